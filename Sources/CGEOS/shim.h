// GEOS and PROJ for Swift. Only GEOS's reentrant functions (the ones that end in _r and take a
// context) are visible: the others share one hidden global context and are not safe across threads.
//
// Ownership. A GEOSGeometry* returned by a function belongs to the caller, who destroys it with
// GEOSGeom_destroy_r in a context of its own choosing. Coordinate sequences and geometries given to
// GEOSGeom_create* belong to the new geometry, also when the call fails. GEOSGetExteriorRing_r,
// GEOSGetInteriorRingN_r, GEOSGetGeometryN_r and GEOSGeom_getCoordSeq_r lend a pointer into their
// argument.
//
// Errors. A null pointer, or 2 from a predicate, or 0 from a measuring function, means failure; the
// text goes to the message handler of the context that made the call.
//
// Threads. Neither a context nor a geometry ever crosses a thread: even plain geometries fill in
// cached envelopes when they are first looked at.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
#include <proj.h>
