/// The demonstration region's data package inside the program: every file of `Boundaries/region`, byte for
/// byte, so that the first run needs no file and no network.
#ifndef EMBEDDED_REGION_H
#define EMBEDDED_REGION_H

/// One file: its path inside the package (parts separated by "/"), and its content, which lives as long as
/// the program and must not be changed or freed.
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  unsigned long size;
} embedded_file;

/// All files, `datapackage.json` first. A function, since Swift does not see C arrays of unknown length.
const embedded_file *_Nonnull embedded_region_files(void);
/// How many there are.
extern const unsigned long embedded_region_count;

#endif
