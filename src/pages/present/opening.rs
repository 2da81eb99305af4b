//! The slide that opens a deck: whose figures, what the meeting is about, when, and what all that is shown rests on.

use crate::exhibit::{Exhibit, Reported};
use crate::i18n::presenting::{figures_until, meeting_day, reported_between};
use crate::model::date::Date;
use crate::model::deck::Slide;
use crate::model::text::Lang;
use crate::report::sentence::coverage::{Reach, reported_brief};
use crate::report::sentence::facts::illustrative;
use crate::report::slide_show::Opening;

/// More lines than these are no opening: somebody wrote what is to be read.
const LINES: usize = 3;

/// Whether a slide that comes first opens the deck: it has a headline, hardly any words, and no figures of its own.
pub fn opens(slide: &Slide) -> bool {
    slide.subject.is_empty() && !slide.headline.trim().is_empty() && lines(slide).count() <= LINES
}

fn lines(slide: &Slide) -> impl Iterator<Item = &str> {
    slide.text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// What stands around its headline. `rests` is what the figures of the deck rest on.
pub fn opening(lang: Lang, slide: &Slide, bloc: &str, today: Date, rests: Vec<String>) -> Opening {
    Opening {
        whose: bloc.to_owned(),
        lines: lines(slide).filter(|line| *line != bloc).map(str::to_owned).collect(),
        day: meeting_day(lang, today),
        rests,
    }
}

/// What the figures of a deck rest on: the latest day that they stand for, who reported, and that some are made up.
pub fn rests_on<'e>(lang: Lang, exhibits: impl Iterator<Item = &'e Exhibit> + Clone) -> Vec<String> {
    let as_of = exhibits.clone().filter_map(|exhibit| exhibit.as_of).max();
    let made_up = exhibits.clone().any(|exhibit| exhibit.illustrative);
    let reported: Vec<Reported> = exhibits.filter_map(|exhibit| exhibit.reported).collect();
    let mut all: Vec<String> = as_of.map(|day| figures_until(lang, day)).into_iter().collect();
    all.extend(coverage(lang, &reported));
    all.extend(made_up.then(|| illustrative(lang).to_owned()));
    all
}

/// How many reported: one figure where it is the same of everything, else the fewest and the most. What only one has to report (the
/// bloc committee itself) says nothing of the units.
fn coverage(lang: Lang, reported: &[Reported]) -> Option<String> {
    let of_units: Vec<Reported> = reported.iter().copied().filter(|one| one.expected > 1).collect();
    let reported = if of_units.is_empty() { reported } else { &of_units };
    let pair = |reported: &Reported| (reported.units, reported.expected);
    // By the share, without dividing: a/b < c/d where a·d < c·b.
    let order = |a: &&Reported, b: &&Reported| (a.units * b.expected).cmp(&(b.units * a.expected));
    let (fewest, most) = (reported.iter().min_by(order)?, reported.iter().max_by(order)?);
    if fewest.units * most.expected != most.units * fewest.expected {
        return Some(reported_between(lang, pair(fewest), pair(most)));
    }
    // The same share of all: that of the most units stands for it.
    let found = reported.iter().max_by_key(|one| one.expected)?;
    let reach = Reach {
        expected: found.expected,
        missing: vec![String::new(); found.expected.saturating_sub(found.units)],
        ..Reach::default()
    };
    Some(reported_brief(lang, &reach))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::analysis::Scope;
    use crate::catalogue::Catalogue;
    use crate::model::ledger::Ledger;
    use crate::model::period::Period;
    use crate::pages::present::frozen::{Frozen, freeze};
    use crate::pages::present::ready::ready;

    fn deck(purpose: &str, lang: Lang) -> Frozen {
        let ledger = Ledger::from_records(&crate::demo::load("hoa-binh-2022").unwrap().records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2023-01-05".parse().unwrap());
        let source = ready(&scope, lang, purpose, &Period::Year(2022)).unwrap();
        freeze(&scope, lang, &source, 1)
    }

    #[test]
    fn a_ready_deck_opens_with_whose_when_and_what_its_figures_rest_on() {
        let frozen = deck("ready:ket-nap", Lang::Vi);
        let opening = frozen.slides[0].opening.as_ref().unwrap();
        assert_eq!(frozen.slides[0].headline(), "Kết nạp so với chỉ tiêu");
        assert_eq!(opening.whose, frozen.bloc);
        assert_eq!(opening.lines, ["Năm 2022"]);
        assert_eq!(
            opening.foot(),
            "Ngày 23 tháng 11 năm 2022 · Số liệu đến 23/11/2022 · 72/72 đơn vị đã báo cáo · số liệu minh họa",
            "a demo is seen from its own day"
        );
        assert!(frozen.slides[1..].iter().all(|slide| slide.opening.is_none()));
    }

    #[test]
    fn where_slides_differ_the_fewest_and_the_most_are_said() {
        let one = |units, expected| Reported { units, expected };
        let told = |all: &[Reported]| coverage(Lang::Vi, all);
        assert_eq!(told(&[]), None);
        assert_eq!(
            told(&[one(70, 73), one(70, 73)]).as_deref(),
            Some("70/73 đơn vị đã báo cáo")
        );
        assert_eq!(
            told(&[one(70, 73), one(46, 73), one(1, 1)]).as_deref(),
            Some("46/73 đến 70/73 đơn vị đã báo cáo, tùy nội dung")
        );
        assert_eq!(
            told(&[one(68, 68), one(72, 72)]).as_deref(),
            Some("72/72 đơn vị đã báo cáo")
        );
        assert_eq!(told(&[one(1, 1)]).as_deref(), Some("1/1 đơn vị đã báo cáo"));
    }

    #[test]
    fn a_slide_that_is_to_be_read_opens_nothing() {
        let words = |headline: &str, text: &str| Slide {
            headline: headline.to_owned(),
            text: text.to_owned(),
            ..Slide::default()
        };
        assert!(opens(&words("Giao ban tháng 11", "")));
        assert!(opens(&words("Giao ban", "Tháng 11\n\nNăm 2022")));
        assert!(!opens(&words("", "Tháng 11")));
        assert!(!opens(&words("Việc cần làm", "Một\nHai\nBa\nBốn")));
        let figures = Slide {
            subject: "admission/units?period=2022".to_owned(),
            ..words("Kết nạp", "")
        };
        assert!(!opens(&figures));
    }
}
