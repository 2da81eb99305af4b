//! What can be added to a deck: everything that there are figures of, by ground, to be searched; and slides of words.

use super::deck::DeckView;
use crate::exhibit::offered;
use crate::i18n::decks::{DECKS, added_counted, offers_found};
use crate::model::deck::Slide;
use crate::model::fold::{fold, matches_folded};
use crate::model::id::SlideId;
use crate::model::period::Period;
use crate::report::period_name::period_title;
use crate::state::choices::period_choices;
use crate::state::decks::{add_slide, deck_now};
use crate::state::preferences::use_words;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions, DialogKind};
use crate::ui::field::{SelectField, TextField};
use crate::ui::icon::{Icon, IconName};
use crate::ui::menu::Choice;
use leptos::html;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// One thing to add.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Offer {
    subject: String,
    title: String,
    folded: String,
}

/// The dialog.
#[component]
pub fn OffersDialog(
    /// The deck.
    view: DeckView,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let w = use_words(&DECKS);
    view! {
        <Dialog open title=move || w().add_title kind=DialogKind::Sheet>
            <Offers view open/>
        </Dialog>
    }
}

#[component]
fn Offers(view: DeckView, open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&DECKS);
    let lens = view.lens;
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let query = RwSignal::new(String::new());
    let period = RwSignal::new(untrack(|| lens.period().to_string()));
    let periods = Memo::new(move |_| {
        let (lang, today, chosen) = (view.lang.get(), lens.device_today(), period.get());
        lens.ledger(|ledger| {
            let mut offered = period_choices(ledger, today);
            match chosen.parse::<Period>() {
                Ok(chosen) if !offered.contains(&chosen) => offered.insert(0, chosen),
                _ => {}
            }
            let choice = |period: Period| Choice::new(period.to_string(), period_title(lang, &period, ledger));
            offered.into_iter().map(choice).collect::<Vec<_>>()
        })
    });
    // Read once for a period; searching only looks through it.
    let offers = Memo::new(move |_| {
        let lang = view.lang.get();
        let Ok(period) = period.with(|period| period.parse::<Period>()) else {
            return Vec::new();
        };
        let mut groups: Vec<(String, Vec<Offer>)> = Vec::new();
        for offer in lens.with(|scope| offered(scope, lang, &period)) {
            let folded = fold(&format!("{} {}", offer.group, offer.title));
            let found = Offer {
                subject: offer.subject.to_string(),
                title: offer.title,
                folded,
            };
            match groups.iter_mut().find(|(group, _)| *group == offer.group) {
                Some((_, offers)) => offers.push(found),
                None => groups.push((offer.group, vec![found])),
            }
        }
        groups
    });
    let found = Memo::new(move |_| {
        let query = query.with(|query| fold(query));
        offers.with(|groups| {
            let some = |(group, offers): &(String, Vec<Offer>)| {
                let fitting: Vec<Offer> = offers
                    .iter()
                    .filter(|offer| matches_folded(&offer.folded, &query))
                    .cloned()
                    .collect();
                (!fitting.is_empty()).then(|| (group.clone(), fitting))
            };
            groups.iter().filter_map(some).collect::<Vec<_>>()
        })
    });
    let there = Memo::new(move |_| {
        view.deck.with(|deck| {
            let subjects =
                |deck: &crate::model::deck::Deck| deck.slides.values().map(|slide| slide.subject.clone()).collect();
            deck.as_ref().map(subjects).unwrap_or_default()
        })
    });
    // After the slide that is looked at, one after the other.
    let after = StoredValue::new(view.named.get_untracked());
    let added = RwSignal::new(0_usize);
    let add = move |slide: Slide| -> Option<SlideId> {
        let workspace = lens.workspace();
        let id = view
            .deck
            .with_untracked(|deck| deck.as_ref().map(|deck| deck.id.clone()))?;
        let deck = deck_now(workspace, &id)?;
        let order = deck.in_order();
        let index = after.with_value(|after| order.iter().position(|(id, _)| Some(*id) == after.as_ref()));
        let (new, _) = add_slide(workspace, &deck, index.map_or(order.len(), |at| at + 1), slide)?;
        after.set_value(Some(new.clone()));
        added.update(|added| *added += 1);
        Some(new)
    };
    let add_words = move || {
        if let Some(new) = add(Slide::default()) {
            open.set(false);
            view.choose(Some(&new));
        }
    };
    let status = move || match added.get() {
        0 => offers_found(
            view.lang.get(),
            found.with(|found| found.iter().map(|(_, offers)| offers.len()).sum()),
        ),
        some => added_counted(view.lang.get(), some),
    };
    let line = move |offer: Offer| view! { <OfferLine offer there add=Callback::new(move |slide| drop(add(slide)))/> };
    let groups = move || {
        let groups = found.get();
        if groups.is_empty() {
            let empty = move || {
                if offers.with(Vec::is_empty) {
                    w().none_offered
                } else {
                    w().none_found
                }
            };
            return view! { <p class="muted">{empty}</p> }.into_any();
        }
        groups
            .into_iter()
            .map(|(group, offers)| {
                view! {
                    <section class="offers__group">
                        <h3>{group}</h3>
                        <ul>{offers.into_iter().map(line).collect_view()}</ul>
                    </section>
                }
            })
            .collect_view()
            .into_any()
    };
    view! {
        <div class="offers">
            <TextField label=move || w().find placeholder=move || w().find value=query on_change=move |text| query.set(text) search=true node_ref=field/>
            <SelectField label=move || w().period choices=periods value=period on_change=move |value| period.set(value) compact=true/>
            <Button label=move || w().add_words icon=IconName::Report on_press=add_words/>
            <p class="muted small offers__status" role="status">{status}</p>
            <div class="offers__list">{groups}</div>
        </div>
        <DialogActions>
            <Button label=move || w().done kind=ButtonKind::Primary on_press=move || open.set(false)/>
        </DialogActions>
    }
}

/// One thing to add; a tick where the deck has it already.
#[component]
fn OfferLine(offer: Offer, there: Memo<BTreeSet<String>>, add: Callback<Slide>) -> impl IntoView {
    let subject = StoredValue::new(offer.subject);
    let has = Memo::new(move |_| there.with(|there| subject.with_value(|subject| there.contains(subject))));
    let press = move |_| {
        add.run(Slide {
            subject: subject.get_value(),
            ..Slide::default()
        });
    };
    view! {
        <li>
            <button type="button" class="menu__item" on:click=press>
                {move || {
                    let name = if has.get() { IconName::Check } else { IconName::Add };
                    view! { <Icon name/> }
                }}
                <span class="menu__words">{offer.title}</span>
            </button>
        </li>
    }
}
