/// A part of a whole as a share, 0...1; 0 where the whole is 0.
///
/// Never above 1, although rounding can leave a part a last digit above its whole.
func ratio(_ part: Double, _ whole: Double) -> Double { whole > 0 ? min(1, part / whole) : 0 }
