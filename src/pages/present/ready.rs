//! Decks that nobody has to put together, as something to be presented.

use super::frozen::Source;
use crate::analysis::Scope;
use crate::exhibit::ready::{ReadySlide, purposes, slides};
use crate::model::deck::Slide;
use crate::model::id::SlideId;
use crate::model::period::Period;
use crate::model::text::Lang;

/// What stands before the purpose in the address of a ready deck: `ready:tong-ket-nam`.
pub const READY: &str = "ready:";

/// The ready deck that an address names; `None` where it names another one.
pub fn ready(scope: &Scope<'_>, lang: Lang, deck: &str, period: &Period) -> Option<Source> {
    let named = deck.strip_prefix(READY)?;
    let purpose = purposes().iter().find(|purpose| purpose.id == named)?;
    let slide = |(at, slide): (usize, ReadySlide)| {
        let kept = Slide {
            subject: slide.subject.map(|subject| subject.to_string()).unwrap_or_default(),
            form: slide.form,
            headline: slide.headline,
            text: slide.text,
            ..Slide::default()
        };
        (SlideId::new(at.to_string()), kept)
    };
    let found = slides(scope, lang, named, period);
    Some(Source {
        deck: deck.to_owned(),
        name: purpose.label.in_lang(lang).to_owned(),
        slides: found.into_iter().enumerate().map(slide).collect(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::model::ledger::Ledger;
    use crate::pages::present::frozen::freeze;

    #[test]
    fn a_ready_deck_is_presented_by_its_purpose() {
        let ledger = Ledger::from_records(&crate::demo::load("hoa-binh-2022").unwrap().records);
        let catalogue = Catalogue::built_in().unwrap();
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        let source = ready(&scope, Lang::Vi, "ready:ket-nap", &Period::Year(2022)).unwrap();
        assert!(!source.slides.is_empty());
        let frozen = freeze(&scope, Lang::Vi, &source, 1);
        assert!(frozen.slides.iter().all(|slide| !slide.headline().is_empty()));
        assert_eq!(ready(&scope, Lang::Vi, "ready:nothing", &Period::Year(2022)), None);
        assert_eq!(ready(&scope, Lang::Vi, "ket-nap", &Period::Year(2022)), None);
    }
}
