#pragma once

/// Makes sure that a signal that ends the process ends its children and removes its temporary files.
void ends_install(void);

/// Ends all children that run. For signal handlers.
void children_end(void);
