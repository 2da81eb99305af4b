//! The order of slides as texts, with room between any two of them: to move a slide is to change one field of one slide, so two
//! people who arrange a deck at once do not undo each other's work.
//!
//! A text is a fraction between 0 and 1, written in the digits `0` to `9` and `a` to `z` without the point; it does not end in `0`,
//! so that each place has one text and there is always one before it.

use super::deck::Deck;
use super::id::SlideId;

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// Where a slide is put, and the slides that had to be given other places because there was no room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// The slide's place.
    pub at: String,
    /// Others with their new places.
    pub others: Vec<(SlideId, String)>,
}

/// A text between two others: after `after` (empty: from the beginning on) and before `before` (`None`: up to the end). `None` where
/// there is no room, because they are equal, in the wrong order, or not written by this rule.
pub fn between(after: &str, before: Option<&str>) -> Option<String> {
    let (low, high) = (digits(after)?, before.map(digits));
    let fits = |text: &[usize]| text.last() != Some(&0);
    match high {
        None => fits(&low).then(|| written(&middle(&low, None))),
        Some(high) => {
            let high = high.filter(|high| !high.is_empty() && fits(high))?;
            (fits(&low) && low < high).then(|| written(&middle(&low, Some(&high))))
        }
    }
}

/// As many texts in order, short and with room between them.
pub fn evenly(number: usize) -> Vec<String> {
    let mut all = vec![String::new(); number];
    fill(&mut all, "", None);
    all
}

fn fill(all: &mut [String], after: &str, before: Option<&str>) {
    let half = all.len() / 2;
    let (left, rest) = all.split_at_mut(half);
    if let Some((here, right)) = rest.split_first_mut() {
        *here = between(after, before).unwrap_or_default();
        fill(left, after, Some(here));
        fill(right, here, before);
    }
}

fn digits(text: &str) -> Option<Vec<usize>> {
    let digit = |byte: u8| DIGITS.iter().position(|known| *known == byte);
    text.bytes().map(digit).collect()
}

fn written(digits: &[usize]) -> String {
    let bytes = digits.iter().filter_map(|digit| DIGITS.get(*digit));
    bytes.map(|byte| char::from(*byte)).collect()
}

/// A fraction in the middle: `low < high`, and neither ends in 0.
fn middle(low: &[usize], high: Option<&[usize]>) -> Vec<usize> {
    let digit = |of: &[usize], at: usize| of.get(at).copied().unwrap_or(0);
    let same = high.map_or(0, |high| {
        (0..high.len()).take_while(|at| digit(low, *at) == high[*at]).count()
    });
    if let (1.., Some(high)) = (same, high) {
        let mut found = high[..same].to_vec();
        found.extend(middle(low.get(same..).unwrap_or_default(), Some(&high[same..])));
        return found;
    }
    let from = digit(low, 0);
    let to = high.map_or(DIGITS.len(), |high| digit(high, 0));
    match high {
        _ if to - from > 1 => vec![from.midpoint(to)],
        Some(high) if high.len() > 1 => vec![to],
        _ => {
            let mut found = vec![from];
            found.extend(middle(low.get(1..).unwrap_or_default(), None));
            found
        }
    }
}

impl Deck {
    /// The place of a new slide that is to stand at `index`.
    pub fn room_at(&self, index: usize) -> Room {
        self.room(index, None)
    }

    /// The place of a slide that is to stand at `index` among the others.
    pub fn room_for(&self, slide: &SlideId, index: usize) -> Room {
        self.room(index, Some(slide))
    }

    fn room(&self, index: usize, moved: Option<&SlideId>) -> Room {
        let others: Vec<(&SlideId, &str)> = self
            .in_order()
            .into_iter()
            .filter(|(id, _)| Some(*id) != moved)
            .map(|(id, slide)| (id, slide.at.as_str()))
            .collect();
        let index = index.min(others.len());
        let after = index.checked_sub(1).map_or("", |before| others[before].1);
        let next = others.get(index).map(|(_, at)| *at);
        // A place at the very beginning may be empty: nothing is before it.
        let free = if index > 0 && after.is_empty() {
            None
        } else {
            between(after, next)
        };
        if let Some(at) = free {
            return Room { at, others: Vec::new() };
        }
        let mut texts = evenly(others.len() + 1);
        let at = texts.remove(index);
        let again = others.into_iter().zip(texts);
        Room {
            at,
            others: again
                .filter(|((_, old), new)| old != new)
                .map(|((id, _), new)| (id.clone(), new))
                .collect(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::model::deck::Slide;
    use proptest::prelude::*;

    fn key() -> impl Strategy<Value = String> {
        "[0-9a-z]{0,6}[1-9a-z]"
    }

    fn deck(places: &[&str]) -> Deck {
        let slide = |(number, at): (usize, &&str)| {
            let slide = Slide {
                at: (*at).to_owned(),
                ..Slide::default()
            };
            (SlideId::new(format!("s{number}")), slide)
        };
        Deck {
            id: "d".into(),
            name: String::new(),
            from: String::new(),
            slides: places.iter().enumerate().map(slide).collect(),
        }
    }

    fn order_after(mut deck: Deck, slide: &str, room: Room) -> Vec<String> {
        deck.slides.entry(slide.into()).or_default().at = room.at;
        for (id, at) in room.others {
            deck.slides.get_mut(&id).unwrap().at = at;
        }
        deck.in_order().into_iter().map(|(id, _)| id.to_string()).collect()
    }

    proptest! {
        #[test]
        fn there_is_always_room_between_two(a in key(), b in key()) {
            prop_assume!(a != b);
            let (low, high) = if a < b { (a, b) } else { (b, a) };
            let found = between(&low, Some(&high)).unwrap();
            prop_assert!(low < found && found < high, "{low} {found} {high}");
            prop_assert!(!found.ends_with('0'));
            prop_assert_eq!(between(&high, Some(&low)), None);
            prop_assert_eq!(between(&low, Some(&low)), None);
        }

        #[test]
        fn there_is_always_room_at_both_ends(a in key()) {
            let first = between("", Some(&a)).unwrap();
            let last = between(&a, None).unwrap();
            prop_assert!(first < a && a < last && !first.is_empty());
        }

        #[test]
        fn a_slide_goes_where_it_is_put(
            places in prop::collection::vec(prop_oneof![key(), "[0a~ đ]{0,2}"], 1..8),
            from in 0_usize..8,
            to in 0_usize..8,
        ) {
            let places: Vec<&str> = places.iter().map(String::as_str).collect();
            let deck = deck(&places);
            let before: Vec<String> = deck.in_order().into_iter().map(|(id, _)| id.to_string()).collect();
            let (from, to) = (from % before.len(), to % before.len());
            let slide = before[from].clone();
            let room = deck.room_for(&slide.as_str().into(), to);
            let mut wanted = before;
            wanted.remove(from);
            wanted.insert(to, slide.clone());
            prop_assert_eq!(order_after(deck, &slide, room), wanted);
        }
    }

    #[test]
    fn many_in_a_row_stay_short() {
        let all = evenly(40);
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "{all:?}");
        assert!(all.iter().all(|text| text.len() <= 2), "{all:?}");
        assert!(evenly(0).is_empty());
    }

    #[test]
    fn only_where_there_is_no_room_others_move() {
        let roomy = deck(&["a", "b", "c"]);
        assert_eq!(roomy.room_at(1).others, []);
        assert_eq!(
            roomy.room_at(9),
            Room {
                at: between("c", None).unwrap(),
                others: Vec::new()
            }
        );
        // Two devices put a slide into one place at once.
        let crowded = deck(&["a", "a"]);
        let room = crowded.room_at(1);
        assert!(!room.others.is_empty());
        assert_eq!(order_after(crowded, "new", room), ["s0", "new", "s1"]);
        assert_eq!(between("a", Some("b!")), None);
        assert_eq!(between("a0", None), None);
    }
}
