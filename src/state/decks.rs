//! The decks of the open bloc: reading them, and the edits of their slides, each an act that is undone at once.

use super::workspace::{Done, Workspace};
use crate::model::deck::{Deck, Slide, slide_field};
use crate::model::fold::fold;
use crate::model::id::{DeckId, SlideId};
use crate::model::record::Entity;
use crate::model::slide_order::Room;
use crate::model::sort::SmallSort;
use crate::platform::ids::new_id;
use crate::platform::preferences as kept;
use leptos::prelude::*;
use serde_json::Value;

/// The decks by their names; follows them.
pub fn decks(workspace: Workspace) -> Vec<Deck> {
    by_name(workspace.things())
}

/// The decks, the one that was worked on last first, for an event handler.
pub fn recent_decks(workspace: Workspace) -> Vec<Deck> {
    let mut found = by_name(workspace.things_untracked());
    let last = kept::read(&key(workspace));
    found.small_sort_by_key(|deck| last.as_deref() != Some(deck.id.as_str()));
    found
}

/// A deck as it is now, for an event handler.
pub fn deck_now(workspace: Workspace, id: &DeckId) -> Option<Deck> {
    workspace
        .things_untracked::<Deck>()
        .into_iter()
        .find(|deck| deck.id == *id)
}

fn by_name(mut decks: Vec<Deck>) -> Vec<Deck> {
    decks.small_sort_by_key(|deck| (fold(&deck.name), deck.id.clone()));
    decks
}

/// The deck that was worked on last, on this device.
fn key(workspace: Workspace) -> String {
    let bloc = workspace
        .current
        .with_untracked(|entry| entry.as_ref().map(|entry| entry.id.clone()));
    format!("so-khoi:deck:{}", bloc.unwrap_or_default())
}

/// Remembers that a deck is worked on.
pub fn use_deck(workspace: Workspace, deck: &DeckId) {
    kept::write(&key(workspace), Some(deck.as_str()));
}

/// A new deck.
pub fn new_deck(name: String, from: String, slides: Vec<Slide>) -> Deck {
    let places = crate::model::slide_order::evenly(slides.len());
    let slides = slides.into_iter().zip(places);
    Deck {
        id: DeckId::new(new_id()),
        name,
        from,
        slides: slides
            .map(|(slide, at)| (SlideId::new(new_id()), Slide { at, ..slide }))
            .collect(),
    }
}

/// Puts a slide into a deck at `index`. Answers its identifier and what was done.
pub fn add_slide(workspace: Workspace, deck: &Deck, index: usize, slide: Slide) -> Option<(SlideId, Done)> {
    let Room { at, others } = deck.room_at(index);
    let id = SlideId::new(new_id());
    let mut fields = replaced(deck, others);
    fields.push((slide_field(&id), as_value(&Slide { at, ..slide })));
    let done = workspace.set_fields(&deck.record_id(), fields)?;
    use_deck(workspace, &deck.id);
    Some((id, done))
}

/// Puts a slide elsewhere among the others.
pub fn move_slide(workspace: Workspace, deck: &Deck, slide: &SlideId, index: usize) -> Option<Done> {
    let Room { at, others } = deck.room_for(slide, index);
    let mut fields = replaced(deck, others);
    let moved = deck.slides.get(slide)?.clone();
    fields.push((slide_field(slide), as_value(&Slide { at, ..moved })));
    workspace.set_fields(&deck.record_id(), fields)
}

/// Changes a slide.
pub fn change_slide(
    workspace: Workspace,
    deck: &DeckId,
    slide: &SlideId,
    change: impl FnOnce(&mut Slide),
) -> Option<Done> {
    let deck = deck_now(workspace, deck)?;
    let mut changed = deck.slides.get(slide)?.clone();
    change(&mut changed);
    workspace.set_field(&deck.record_id(), &slide_field(slide), as_value(&changed))
}

/// Takes a slide out.
pub fn remove_slide(workspace: Workspace, deck: &Deck, slide: &SlideId) -> Option<Done> {
    workspace.set_field(&deck.record_id(), &slide_field(slide), Value::Null)
}

fn replaced(deck: &Deck, places: Vec<(SlideId, String)>) -> Vec<(String, Value)> {
    let again = |(id, at): (SlideId, String)| {
        let slide = deck.slides.get(&id)?.clone();
        Some((slide_field(&id), as_value(&Slide { at, ..slide })))
    };
    places.into_iter().filter_map(again).collect()
}

fn as_value(slide: &Slide) -> Value {
    serde_json::to_value(slide).unwrap_or_default()
}

/// Gives a deck another name.
pub fn rename_deck(workspace: Workspace, deck: &DeckId, name: &str) -> Option<Done> {
    let deck = deck_now(workspace, deck)?;
    workspace.set_field(&deck.record_id(), "name", Value::from(name))
}
