//! What a slide is called in the list of slides: its headline, and in small what it shows.

use crate::exhibit::Exhibit;
use crate::i18n::decks::Decks;
use crate::model::deck::{Form, Slide};
use crate::model::ledger::Ledger;
use crate::model::text::Lang;
use crate::report::period_name::period_title;

/// What a slide is, for its sign in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A chart.
    Chart,
    /// A table.
    Table,
    /// Who has not reported.
    Missing,
    /// Words.
    Words,
    /// Nothing that there are figures of.
    Unknown,
}

/// A slide as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The headline that is presented.
    pub headline: String,
    /// What it shows: the figures' name, period, sector.
    pub about: String,
    /// What it is.
    pub kind: Kind,
    /// There are notes for the presenter.
    pub has_notes: bool,
}

/// Tells a slide.
pub fn told(lang: Lang, words: &Decks, slide: &Slide, exhibit: Option<&Exhibit>, ledger: &Ledger) -> Told {
    let own = slide.headline.trim();
    let or_own = |other: &str| {
        if own.is_empty() {
            other.to_owned()
        } else {
            own.to_owned()
        }
    };
    let (headline, about, kind) = match exhibit {
        _ if slide.subject.is_empty() => {
            let first = slide.text.lines().map(str::trim).find(|line| !line.is_empty());
            let headline = or_own(first.unwrap_or(words.no_words));
            (headline, words.words.to_owned(), Kind::Words)
        }
        None => (or_own(words.unknown), slide.subject.clone(), Kind::Unknown),
        Some(exhibit) => {
            let kind = kind_of(slide.form, exhibit);
            let mut about = vec![
                exhibit.title.clone(),
                period_title(lang, &exhibit.subject.period, ledger),
            ];
            if let Some(sector) = &exhibit.subject.sector {
                let known = ledger.sectors.iter().find(|known| known.id == *sector);
                about.push(known.map_or_else(|| sector.to_string(), |known| known.label.in_lang(lang).to_owned()));
            }
            if kind == Kind::Missing {
                about.push(words.missing.to_owned());
            }
            about.dedup();
            (or_own(&exhibit.finding), about.join(" · "), kind)
        }
    };
    Told {
        headline,
        about,
        kind,
        has_notes: !slide.notes.trim().is_empty(),
    }
}

/// What a slide of figures is shown as: where there is no chart of them, the table.
fn kind_of(form: Form, exhibit: &Exhibit) -> Kind {
    match form {
        Form::Missing => Kind::Missing,
        Form::Chart if exhibit.shape.is_some() => Kind::Chart,
        Form::Chart | Form::Table => Kind::Table,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::analysis::Scope;
    use crate::catalogue::Catalogue;
    use crate::exhibit::make;
    use crate::i18n::decks::DECKS;

    fn ledger() -> Ledger {
        Ledger::from_records(&crate::demo::load("hoa-binh-2022").unwrap().records)
    }

    fn tell(slide: &Slide) -> Told {
        let (ledger, catalogue) = (ledger(), Catalogue::built_in().unwrap());
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        let exhibit = slide
            .subject
            .parse()
            .ok()
            .and_then(|subject| make(&scope, Lang::Vi, &subject));
        told(Lang::Vi, DECKS.in_lang(Lang::Vi), slide, exhibit.as_ref(), &ledger)
    }

    #[test]
    fn a_slide_is_called_by_its_finding_until_it_has_a_headline() {
        let mut slide = Slide {
            subject: "admission/cumulative?period=2022".to_owned(),
            ..Slide::default()
        };
        let found = tell(&slide);
        assert!(found.headline.contains("121/130"), "{found:?}");
        assert!(found.about.contains("2022"), "{found:?}");
        assert_eq!(found.kind, Kind::Chart);
        slide.headline = " Kết nạp gần đủ ".to_owned();
        slide.notes = "Nhắc ba đơn vị".to_owned();
        let found = tell(&slide);
        assert_eq!(found.headline, "Kết nạp gần đủ");
        assert!(found.has_notes);
    }

    #[test]
    fn words_and_what_is_not_known_are_told_too() {
        let words = Slide {
            text: "\n  Kết luận \nHai việc".to_owned(),
            ..Slide::default()
        };
        assert_eq!(
            (tell(&words).headline.as_str(), tell(&words).kind),
            ("Kết luận", Kind::Words)
        );
        assert_eq!(tell(&Slide::default()).headline, "Trang chữ, chưa có nội dung");
        let later = Slide {
            subject: "of-a-later-version/x?period=2022".to_owned(),
            ..Slide::default()
        };
        assert_eq!(tell(&later).kind, Kind::Unknown);
    }
}
