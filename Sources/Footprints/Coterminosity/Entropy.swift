// The system's own logarithm: Foundation would cost start-up time for two functions.
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Shannon entropy in nats of masses that add up to `total`; masses of 0 contribute nothing. 0 where the
/// total is 0.
///
/// Source: C. E. Shannon, "A mathematical theory of communication", Bell Syst. Tech. J. 27 (1948).
func entropy(of masses: some Sequence<Double>, total: Double) -> Double {
  guard total > 0 else { return 0 }
  var sum = 0.0
  for mass in masses where mass > 0 {
    let share = mass / total
    sum -= share * log(share)
  }
  return max(0, sum)
}

/// e to the power of an entropy: how many equally large parts have that entropy (Hill number of order 1).
func effectiveNumber(entropy: Double) -> Double { exp(entropy) }
