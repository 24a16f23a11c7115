#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The processors that are online, as the operating system counts them.
func activeProcessorCount() -> Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }
