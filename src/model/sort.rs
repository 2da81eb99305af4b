//! Sorting that costs few bytes.
//!
//! The standard library's sort is compiled anew for every type that is sorted: 3.5 KB each, an eighth of what a phone
//! downloaded when there were forty. Here one merge sort orders positions, and only moving the items into that order
//! is compiled per type. It is stable and O(n log n), as the standard one.

use std::{cmp::Ordering, collections::BTreeMap};

/// Sorting for vectors; what sorts in the app sorts with this.
pub trait SmallSort<T> {
    /// Sorts by a comparison; equal items keep their order.
    fn small_sort_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts by a key, taken once an item; equal items keep their order.
    fn small_sort_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// Sorts by the items' own order; equal items keep their order.
    fn small_sort(&mut self)
    where
        T: Ord,
    {
        self.small_sort_by(T::cmp);
    }
}

impl<T> SmallSort<T> for Vec<T> {
    fn small_sort_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        let positions = sorted_positions(self.len(), &|a, b| match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        });
        arrange(self, positions);
    }

    fn small_sort_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let positions = sorted_positions(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
        arrange(self, positions);
    }
}

/// Puts the items in the order of their `positions`, each of which occurs once.
fn arrange<T>(items: &mut Vec<T>, positions: Vec<usize>) {
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(positions.into_iter().filter_map(|at| taken.get_mut(at)?.take()));
}

/// The map of these pairs. The standard library's `collect` sorts first, by its own sort.
pub fn map_of<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

/// The positions `0..len` in sorted order, by a merge sort from the bottom up.
fn sorted_positions(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut from: Vec<usize> = (0..len).collect();
    let mut into = Vec::with_capacity(len);
    let mut width = 1;
    while width < len {
        into.clear();
        for pair in from.chunks(2 * width) {
            let (left, right) = pair.split_at(width.min(pair.len()));
            merge(left, right, compare, &mut into);
        }
        std::mem::swap(&mut from, &mut into);
        width *= 2;
    }
    from
}

fn merge(mut left: &[usize], mut right: &[usize], compare: &dyn Fn(usize, usize) -> Ordering, into: &mut Vec<usize>) {
    while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
        // Equal: the left one came first.
        if compare(*b, *a) == Ordering::Less {
            into.push(*b);
            right = right_rest;
        } else {
            into.push(*a);
            left = left_rest;
        }
    }
    into.extend_from_slice(left);
    into.extend_from_slice(right);
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::SmallSort;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(items: Vec<(u8, u32)>) {
            let (mut ours, mut theirs) = (items.clone(), items);
            ours.small_sort_by(|a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            ours.small_sort_by_key(|item| std::cmp::Reverse(item.1));
            theirs.sort_by_key(|item| std::cmp::Reverse(item.1));
            prop_assert_eq!(ours, theirs);
        }
    }
}
