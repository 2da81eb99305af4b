//! A small random number generator of our own (SplitMix64): the same demo on every device and in
//! every version of any crate.

/// A generator; the same seed gives the same numbers.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// A generator from a seed.
    pub const fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `below - 1`; 0 when `below` is 0. The slight bias does not matter here.
    pub fn below(&mut self, below: u64) -> u64 {
        if below == 0 { 0 } else { self.bits() % below }
    }

    /// A number from `from` to `to`, both included.
    pub fn between(&mut self, from: u64, to: u64) -> u64 {
        from + self.below(to.saturating_sub(from) + 1)
    }

    /// An index, drawn by weight; `None` when nothing weighs anything.
    pub fn pick(&mut self, weights: &[u64]) -> Option<usize> {
        let total: u64 = weights.iter().sum();
        if total == 0 {
            return None;
        }
        let mut at = self.below(total);
        for (index, &weight) in weights.iter().enumerate() {
            if at < weight {
                return Some(index);
            }
            at -= weight;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_the_same_numbers_always() {
        let mut random = Random::new(1);
        assert_eq!(random.bits(), 0x910a_2dec_8902_5cc1);
        assert_eq!(Random::new(5).bits(), Random::new(5).bits());
    }

    #[test]
    fn draws_only_what_has_weight() {
        let mut random = Random::new(7);
        for _ in 0..200 {
            assert_eq!(random.pick(&[0, 3, 0]), Some(1));
            assert!((4..=6).contains(&random.between(4, 6)));
        }
        assert_eq!(random.pick(&[0, 0]), None);
    }
}
