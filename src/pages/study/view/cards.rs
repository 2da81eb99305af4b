//! A drive's rates at a glance: participation by audience, then the work around it, each against its target.

use super::DriveView;
use crate::analysis::rate::Rate;
use crate::exhibit::study::figures::WorkFigures;
use crate::exhibit::study::targets::Held;
use crate::i18n::study::{STUDY, copies_to, lacking};
use crate::model::indicator::Indicator;
use crate::model::ledger::Ledger;
use crate::model::text::Lang;
use crate::report::sentence::coverage::{Reach, reported_brief};
use crate::report::sentence::share::{Share, part_of_whole};
use crate::report::sentence::words::quantity;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::badge::Status;
use crate::ui::bullet::BulletBar;
use crate::ui::page_head::Section;
use crate::ui::stat_card::StatCard;
use leptos::prelude::*;

/// What a card shows, written.
#[derive(Clone, Debug, PartialEq)]
struct Card {
    label: String,
    value: String,
    unit: String,
    target: String,
    foot: String,
    status: Option<Status>,
    bar: Option<BulletBar>,
}

/// Participation of each audience, and the organisations that have studied.
#[component]
pub fn ParticipationCards(
    /// The drive.
    view: DriveView,
) -> impl IntoView {
    let lang = use_lang();
    let cards = Memo::new(move |_| {
        let lang = lang();
        view.read(|figures, ledger| {
            let audiences = figures.audiences.iter();
            let audiences = audiences.map(|it| card(lang, &it.indicator, &it.rate, it.target.as_ref(), ledger));
            let studied = figures.work.iter().filter(|it| is_studied(it));
            let studied = studied.map(|it| card(lang, &it.indicator, &it.rate, it.target.as_ref(), ledger));
            audiences.chain(studied).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="cards study__cards">{move || cards_view(cards.get())}</div>
    }
}

/// Plans, write-ups, action programmes, commitments, and the copies handed out.
#[component]
pub fn WorkSection(
    /// The drive.
    view: DriveView,
) -> impl IntoView {
    let w = use_words(&STUDY);
    let lang = use_lang();
    let cards = Memo::new(move |_| {
        let lang = lang();
        view.read(|figures, ledger| {
            let work = figures.work.iter().filter(|it| !is_studied(it));
            let mut cards: Vec<Card> = work
                .map(|it| card(lang, &it.indicator, &it.rate, it.target.as_ref(), ledger))
                .collect();
            if let Some(copies) = figures.copies.quantity {
                cards.push(Card {
                    label: w().copies.to_owned(),
                    value: quantity(lang, copies),
                    unit: copies_to(lang, figures.copies.coverage.included()),
                    target: String::new(),
                    foot: reported_brief(lang, &Reach::of(&figures.copies.coverage, ledger)),
                    status: None,
                    bar: None,
                });
            }
            cards
        })
    });
    let some = Memo::new(move |_| cards.with(|cards| !cards.is_empty()));
    move || {
        some.get().then(|| {
            view! {
                <Section title=move || w().work>
                    <div class="cards study__cards">{move || cards_view(cards.get())}</div>
                </Section>
            }
        })
    }
}

/// Whether it is about the organisations that have studied: participation too, by organisation.
fn is_studied(work: &WorkFigures) -> bool {
    work.indicator.id.as_str() == "organisations_studied"
}

fn cards_view(cards: Vec<Card>) -> AnyView {
    let card = |card: Card| {
        let Card {
            label,
            value,
            unit,
            target,
            foot,
            status,
            bar,
        } = card;
        view! { <StatCard label value unit target gap=foot status=status bar=bar/> }
    };
    cards.into_iter().map(card).collect_view().into_any()
}

fn card(lang: Lang, indicator: &Indicator, rate: &Rate, target: Option<&Held>, ledger: &Ledger) -> Card {
    let share = Share::of(rate);
    let written = share
        .as_ref()
        .map_or_else(String::new, |share| part_of_whole(lang, share));
    let bar = rate
        .percent
        .map(|percent| BulletBar::of_whole(percent.to_f64(), target.map(|held| held.percent.to_f64())));
    Card {
        label: indicator.label.in_lang(lang).to_owned(),
        value: rate
            .percent
            .map_or_else(|| "–".to_owned(), |percent| percent.format_short(lang)),
        unit: written,
        target: target.map_or_else(String::new, |held| {
            format!("{} {}", held.target.comparison.sign(), held.percent.format_short(lang))
        }),
        foot: foot(lang, rate, target, ledger),
        status: target.and_then(Held::standing),
        bar,
    }
}

/// What is lacking, where something is, and who has reported.
fn foot(lang: Lang, rate: &Rate, target: Option<&Held>, ledger: &Ledger) -> String {
    let reported = reported_brief(lang, &Reach::of(rate.coverage(), ledger));
    let gap = target.and_then(Held::in_sentence).map_or(0, |target| target.gap);
    match gap {
        0 => reported,
        gap => format!("{}; {reported}", lacking(lang, gap)),
    }
}
