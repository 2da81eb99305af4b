//! Ready decks: the slides that a meeting of some purpose begins with, of what a period has to show. Order and contents are data
//! (`catalogue/built_in/decks.toml`).

use super::offered::{Offered, offered};
use super::subject::Subject;
use super::{Exhibit, make, seen_until};
use crate::analysis::Scope;
use crate::catalogue::decks::{ReadyDeck, ReadyDecks};
use crate::model::deck::Form;
use crate::model::drive::Drive;
use crate::model::period::{Period, PeriodKind};
use crate::model::text::{Lang, Text};
use crate::report::period_name::{capitalised, period_name, period_title};

/// What has been set, beside what was reached.
const BOARD: [&str; 2] = ["targets", "board"];

/// What decks are for.
pub type Purpose = ReadyDeck;

/// A slide of a ready deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadySlide {
    /// What it shows; `None` for a slide of words.
    pub subject: Option<Subject>,
    /// What of it.
    pub form: Form,
    /// What is found, or the headline of a slide of words.
    pub headline: String,
    /// The words of a slide of words, a line each.
    pub text: String,
}

/// What decks there are for, in the order in which they are offered.
pub fn purposes() -> &'static [Purpose] {
    &ReadyDecks::built_in().decks
}

/// The period that a deck of a purpose is of, for the one that is looked at: the drive that ended last in it, the first half
/// of its year (which is what is reviewed in the middle of it), its year, its term.
pub fn period_of(scope: &Scope<'_>, purpose: &Purpose, asked: &Period) -> Period {
    let end = || seen_until(scope, asked);
    let found = match purpose.period {
        PeriodKind::Drive => drive_in(scope, asked).map(Drive::period),
        PeriodKind::Term => scope
            .ledger
            .profile
            .as_ref()
            .map(|profile| profile.term.clone())
            .filter(|_| !matches!(asked, Period::Term(..))),
        kind if kind == asked.kind() => None,
        PeriodKind::HalfYear => end().map(|end| Period::HalfYear(end.year(), 1)),
        kind => end().and_then(|end| Period::of_kind_at(kind, end)),
    };
    found.unwrap_or_else(|| asked.clone())
}

/// The drive that is meant by a period: itself, or of those that touch it the latest with figures, else the latest.
fn drive_in<'a>(scope: &Scope<'a>, asked: &Period) -> Option<&'a Drive> {
    if let Period::Drive(id) = asked {
        return scope.ledger.drive(id);
    }
    let (start, end) = scope.ledger.span(asked)?;
    let form = super::study::figures::study_form();
    let drives = scope.ledger.drives.iter();
    let touching = drives.filter(|drive| drive.start <= end && start <= drive.end && drive.start <= scope.today);
    touching.max_by_key(|drive| {
        let returns = scope.ledger.returns_of(&form, &drive.period());
        let reported = returns.is_some_and(|returns| returns.values().any(|found| found.has_values()));
        (reported, drive.end, drive.id.clone())
    })
}

/// The slides of a deck, each with what it finds. What the bloc has no figures for is left out; one thing to show is no
/// deck.
pub fn slides(scope: &Scope<'_>, lang: Lang, purpose: &str, period: &Period) -> Vec<ReadySlide> {
    let Some(deck) = ReadyDecks::built_in().deck(purpose) else {
        return Vec::new();
    };
    let period = period_of(scope, deck, period);
    let offers = offered(scope, lang, &period);
    first_slides(scope, lang, deck, (&period, &offers), usize::MAX)
}

/// The same, no further than to so many slides with figures. `period` is the deck's own ([`period_of`]), with what is offered in it:
/// who shows several decks reads that once.
pub fn first_slides(
    scope: &Scope<'_>,
    lang: Lang,
    deck: &Purpose,
    (period, offers): (&Period, &[Offered]),
    most: usize,
) -> Vec<ReadySlide> {
    let mut shown: Vec<(&Subject, Form)> = Vec::new();
    let mut slides: Vec<ReadySlide> = Vec::new();
    let end = scope.ledger.span(period).map(|(_, end)| end);
    let with_figures = |slides: &[ReadySlide]| slides.iter().filter(|slide| slide.subject.is_some()).count();
    for slide in &deck.slides {
        if let Some(headline) = &slide.headline {
            let lines = slide.text.iter().map(|line| filled(scope, lang, deck, period, line));
            slides.push(ReadySlide {
                subject: None,
                form: slide.form,
                headline: filled(scope, lang, deck, period, headline),
                text: lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"),
            });
            continue;
        }
        for subject in found(offers, &slide.of, slide.most) {
            if with_figures(&slides) >= most {
                return slides;
            }
            if shown.contains(&(subject, slide.form)) {
                continue;
            }
            shown.push((subject, slide.form));
            // The year's figures say nothing of its half.
            let fits = |exhibit: &Exhibit| exhibit.has(slide.form) && (exhibit.as_of <= end || end.is_none());
            // A board of one target says what another slide says.
            let says_more = |exhibit: &Exhibit| subject.steps() != BOARD || exhibit.is_table();
            let Some(exhibit) = make(scope, lang, subject).filter(fits).filter(says_more) else {
                continue;
            };
            // What has no chart is shown as its table.
            let form = match (slide.form, &exhibit.shape) {
                (Form::Chart, None) => Form::Table,
                (form, _) => form,
            };
            slides.push(ReadySlide {
                subject: Some(subject.clone()),
                form,
                headline: exhibit.finding,
                text: String::new(),
            });
        }
    }
    match with_figures(&slides) {
        0 | 1 => Vec::new(),
        _ => slides,
    }
}

/// What is offered of the first of some paths that anything is offered of.
fn found<'o>(offers: &'o [Offered], paths: &[String], most: usize) -> Vec<&'o Subject> {
    let of_path = |path: &String| {
        let steps: Vec<&str> = path.split('/').collect();
        let own = offers.iter().map(|offer| &offer.subject);
        own.filter(|subject| is_of(subject, &steps))
            .take(most)
            .collect::<Vec<_>>()
    };
    let mut all = paths.iter().map(of_path);
    all.find(|found| !found.is_empty()).unwrap_or_default()
}

fn is_of(subject: &Subject, steps: &[&str]) -> bool {
    let pairs = || subject.path.iter().zip(steps);
    subject.path.len() == steps.len() && pairs().all(|(own, step)| *step == "*" || own == step)
}

fn filled(scope: &Scope<'_>, lang: Lang, deck: &ReadyDeck, period: &Period, text: &Text) -> String {
    let bloc = scope.ledger.root().map_or("", |root| root.name.as_str());
    let as_of = seen_until(scope, period).map_or_else(String::new, |day| day.format(lang));
    // A drive's name stands as it is; any other period begins in lower case inside a sentence.
    let name = match period {
        Period::Drive(_) => period_title(lang, period, scope.ledger),
        _ => period_name(lang, period, scope.ledger),
    };
    let filled = text
        .in_lang(lang)
        .replace("{deck}", deck.label.in_lang(lang))
        .replace("{bloc}", bloc)
        .replace("{period}", &name)
        .replace("{as_of}", &as_of);
    capitalised(&filled)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::model::ledger::Ledger;

    fn demo(id: &str, ask: impl FnOnce(&Scope<'_>)) {
        let records = crate::demo::load(id).unwrap().records;
        let (ledger, catalogue) = (Ledger::from_records(&records), Catalogue::built_in().unwrap());
        ask(&Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap()));
    }

    #[test]
    fn a_purpose_finds_its_own_period() {
        demo("hoa-binh-2021", |scope| {
            let of = |id: &str, asked: &str| {
                let purpose = ReadyDecks::built_in().deck(id).unwrap();
                period_of(scope, purpose, &asked.parse().unwrap()).to_string()
            };
            assert_eq!(of("dot-hoc-tap", "2021"), "drive:dai-hoi-xiii");
            assert_eq!(of("dot-hoc-tap", "drive:dai-hoi-tinh-xvii"), "drive:dai-hoi-tinh-xvii");
            assert_eq!(of("tong-ket-nam", "2021-Q1"), "2021");
            assert_eq!(of("so-ket-6-thang", "2021"), "2021-H1");
            assert_eq!(of("so-ket-6-thang", "2020-H2"), "2020-H2");
            assert_eq!(of("nhiem-ky", "2021"), "2020..2025");
        });
    }

    #[test]
    fn each_published_year_gives_a_deck_to_begin_with() {
        for (id, purpose, period) in [
            ("hoa-binh-2021", "dot-hoc-tap", "2021"),
            ("hoa-binh-2021", "tong-ket-nam", "2021"),
            ("hoa-binh-2022", "ket-nap", "2022"),
            ("hoa-binh-2022", "tong-ket-nam", "2022"),
        ] {
            demo(id, |scope| {
                for lang in [Lang::Vi, Lang::En] {
                    let deck = slides(scope, lang, purpose, &period.parse().unwrap());
                    let number = deck.len();
                    assert!((5..=12).contains(&number), "{id} {purpose}: {number}");
                    assert!(deck.iter().all(|slide| !slide.headline.is_empty()));
                    assert!(!deck[0].headline.contains('{') && !deck[0].text.contains('{'));
                }
            });
        }
    }

    #[test]
    fn a_deck_begins_as_it_goes_on() {
        demo("hoa-binh-2022", |scope| {
            let period = Period::Year(2022);
            let offers = offered(scope, Lang::Vi, &period);
            for id in ["ket-nap", "tong-ket-nam"] {
                let deck = ReadyDecks::built_in().deck(id).unwrap();
                let whole = slides(scope, Lang::Vi, id, &period);
                let first = first_slides(scope, Lang::Vi, deck, (&period, &offers), 3);
                assert_eq!(first.iter().filter(|slide| slide.subject.is_some()).count(), 3);
                assert_eq!(first, whole[..first.len()]);
            }
        });
    }

    #[test]
    fn what_has_no_figures_is_left_out() {
        demo("hoa-binh-2021", |scope| {
            assert_eq!(slides(scope, Lang::Vi, "ket-nap", &Period::Year(2019)), []);
            assert_eq!(slides(scope, Lang::Vi, "elsewhere", &Period::Year(2021)), []);
        });
    }
}
