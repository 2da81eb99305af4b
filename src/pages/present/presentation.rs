//! A presentation that is going on: the frozen deck, the screen, and what of it is shown.

use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::frozen::{Frozen, Source, freeze};
use super::kept;
use super::layout::{Drawn, Layout};
use super::on_screen::{Tightened, behind_of, drawn, layouts_of, shown};
use super::ready::{READY, ready};
use super::show::{Action, Deed, Extent, Show};
use super::slide::Shown;
use super::stage::{Preset, Stage, TIGHTEST};
use super::wire::{Now, Said};
use crate::analysis::Scope;
use crate::model::deck::Deck;
use crate::model::id::RecordId;
use crate::model::record::Entity;
use crate::platform::broadcast::Channel;
use crate::platform::clock::now_ms;
use crate::platform::{full_screen, preferences as stored, windows};
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{Preferences, use_preferences};
use crate::state::route::Route;
use crate::state::workspace::{Opening, Workspace};

/// Where the preset is kept on this device.
pub const PRESET: &str = "so-khoi:presenting";
/// What of the address says which slide is shown, and which snapshot: a window that is loaded anew goes on where it was.
const SLIDE: &str = "slide";
const AT: &str = "at";
/// How long the books are left alone before they are compared with what is shown, in milliseconds.
const QUIET: u32 = 700;
/// How often to look whether the books are open, in milliseconds.
const LOOK: u32 = 30;
/// How long the books may take to open before the last snapshot is shown instead, in milliseconds.
const GRACE: u32 = 600;
/// The width of a slide in the overview, in pixels.
const CARD: u32 = 300;

/// The presentation. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Presentation {
    deck: StoredValue<String>,
    lens: Lens,
    preferences: Preferences,
    /// The deck as it was.
    pub frozen: RwSignal<Option<Arc<Frozen>>>,
    /// There is no such deck.
    pub missing: RwSignal<bool>,
    /// What is shown.
    pub show: RwSignal<Show>,
    /// For whom.
    pub preset: RwSignal<Preset>,
    /// The window's width and height.
    pub size: RwSignal<(u32, u32)>,
    /// The books say something else by now.
    pub news: RwSignal<bool>,
    /// The browser did not let the window with the notes open.
    pub blocked: RwSignal<bool>,
    layouts: Memo<Vec<Arc<Layout>>>,
    /// What was cut where it was drawn, and is smaller since.
    tightened: RwSignal<Tightened>,
    /// What is cut however small it is.
    cut: RwSignal<BTreeSet<(usize, Option<String>)>>,
    channel: StoredValue<Option<Channel>, LocalStorage>,
    check: StoredValue<Option<Timeout>, LocalStorage>,
}

/// The channel on which the windows of one presentation hear each other.
pub fn channel_name(bloc: &str, deck: &str) -> String {
    format!("so-khoi/presenting/{bloc}/{deck}")
}

/// The size of the window.
pub fn window_size() -> (u32, u32) {
    let px = |size: Result<wasm_bindgen::JsValue, _>| size.ok().and_then(|size| size.as_f64()).unwrap_or(0.0) as u32;
    (px(window().inner_width()), px(window().inner_height()))
}

impl Presentation {
    /// Of a deck, by its identifier in the address. Begins at once.
    pub fn new(deck: String) -> Presentation {
        let preferences = use_preferences();
        let frozen = RwSignal::new(None::<Arc<Frozen>>);
        let preset = RwSignal::new(Preset::from_name(&stored::read(PRESET).unwrap_or_default()));
        let size = RwSignal::new(window_size());
        let (tightened, cut) = (RwSignal::new(Tightened::new()), RwSignal::new(BTreeSet::new()));
        // What was cut on one screen is not on another.
        Effect::watch(
            move || {
                (
                    size.get(),
                    preset.get(),
                    frozen.with(|frozen| frozen.as_ref().map(|frozen| frozen.at_ms)),
                )
            },
            move |_, _, _| {
                tightened.set(Tightened::new());
                cut.set(BTreeSet::new());
            },
            false,
        );
        let layouts = Memo::new(move |_| {
            let (width, height) = size.get();
            let preset = preset.get();
            let stage = Stage { width, height, preset };
            frozen.with(|frozen| match frozen {
                Some(frozen) => {
                    let drawn = drawn(frozen.lang, preset, preferences);
                    tightened.with(|tightened| layouts_of(frozen, stage, drawn, tightened))
                }
                None => Vec::new(),
            })
        });
        let presentation = Presentation {
            deck: StoredValue::new(deck),
            lens: use_lens(),
            preferences,
            frozen,
            missing: RwSignal::new(false),
            show: RwSignal::new(Show::default()),
            preset,
            size,
            news: RwSignal::new(false),
            blocked: RwSignal::new(false),
            layouts,
            tightened,
            cut,
            channel: StoredValue::new_local(None),
            check: StoredValue::new_local(None),
        };
        presentation.follow_books();
        presentation.follow_windows();
        spawn_local(presentation.begin());
        presentation
    }

    fn workspace(self) -> Workspace {
        self.lens.workspace()
    }

    /// The screen.
    pub fn stage(self) -> Stage {
        let (width, height) = self.size.get();
        Stage {
            width,
            height,
            preset: self.preset.get(),
        }
    }

    /// How charts are drawn.
    pub fn drawn(self) -> Drawn {
        let lang = self.frozen.with(|frozen| frozen.as_ref().map(|frozen| frozen.lang));
        let lang = lang.unwrap_or_else(|| self.preferences.lang.get());
        drawn(lang, self.preset.get(), self.preferences)
    }

    /// How every slide stands on this screen.
    pub fn layouts(self) -> Memo<Vec<Arc<Layout>>> {
        self.layouts
    }

    /// What the room sees.
    pub fn shown(self) -> Option<Shown> {
        let frozen = self.frozen.get()?;
        let screen = (self.stage(), self.drawn().dark);
        self.layouts.with(|layouts| {
            let tightened = self.tightened.read();
            self.show.with(|show| shown(&frozen, layouts, show, screen, &tightened))
        })
    }

    /// A slide as it stands in the overview: its first page.
    pub fn thumbnail(self, slide: usize) -> Option<Shown> {
        let frozen = self.frozen.get()?;
        let show = Show {
            slide,
            ..Show::default()
        };
        let screen = (self.stage(), self.drawn().dark);
        self.layouts
            .with(|layouts| shown(&frozen, layouts, &show, screen, &Tightened::new()))
    }

    /// What was drawn is cut, or is not: it is made smaller, until it cannot be any more; then the presenter is told.
    pub fn was_drawn(self, slide: usize, behind: Option<String>, drawn_at: u8, is_cut: bool) {
        let key = (slide, behind);
        let tight = self
            .tightened
            .try_with_untracked(|all| all.get(&key).copied().unwrap_or_default());
        // What was measured may be smaller by now: each size is judged once.
        let Some(tight) = tight.filter(|tight| is_cut && *tight == drawn_at) else {
            return;
        };
        if tight < TIGHTEST {
            self.tightened.update(|all| {
                all.insert(key, tight + 1);
            });
            self.show.update(|show| show.keep_within(&self.extent(&|_| usize::MAX)));
        } else {
            self.cut.update(|all| {
                all.insert(key);
            });
        }
    }

    /// How many slides were made smaller because something of them was cut.
    pub fn made_smaller(self) -> usize {
        self.tightened.with(BTreeMap::len)
    }

    /// Whether a slide does not fit this screen, as far as is known by now.
    pub fn is_cut(self, slide: usize) -> bool {
        let computed = self
            .layouts
            .with(|layouts| layouts.get(slide).is_some_and(|layout| layout.is_cut()));
        computed || self.cut.with(|cut| cut.iter().any(|(at, _)| *at == slide))
    }

    /// How many slides stand beside each other in the overview.
    pub fn columns(self) -> usize {
        (self.size.get().0 / CARD).clamp(1, 5) as usize
    }

    /// From the last snapshot where the books are still being read or where this one is already being shown; else of the books as they
    /// are now.
    async fn begin(self) {
        let place = self.lens.router().place_untracked();
        let deck = self.deck.get_value();
        let at = place.filter(AT).and_then(|at| at.parse::<i64>().ok());
        if at.is_some() || !self.open_within(GRACE).await {
            let kept = kept::read(self.workspace(), place.bloc.as_deref(), &deck).await;
            if self.is_open().is_none() {
                return;
            }
            let lang = self.preferences.lang.get_untracked();
            let fits = |kept: &Frozen| match at {
                Some(at) => kept.at_ms == at,
                None => kept.lang == lang,
            };
            if let Some(kept) = kept.filter(fits) {
                self.take(kept);
                let slide = place.filter(SLIDE).and_then(|slide| slide.parse::<usize>().ok());
                self.act(Action::To(slide.unwrap_or(1).saturating_sub(1)));
                self.compare_soon();
                return;
            }
        }
        if self.open_within(u32::MAX).await {
            self.refresh();
        }
    }

    /// Waits until the books are open, no longer than this; answers whether they are.
    async fn open_within(self, most_ms: u32) -> bool {
        let mut waited = 0;
        while self.is_open() == Some(false) && waited < most_ms {
            TimeoutFuture::new(LOOK).await;
            waited = waited.saturating_add(LOOK);
        }
        self.is_open() == Some(true)
    }

    /// Whether the books are open; `None` once the page was left.
    fn is_open(self) -> Option<bool> {
        self.frozen.try_get_untracked()?;
        Some(self.workspace().opening.get_untracked() == Opening::Open)
    }

    /// The deck as the books are now.
    fn made(self) -> Option<Frozen> {
        let deck = self.deck.try_get_value()?;
        let (lang, at_ms) = (self.preferences.lang.get_untracked(), now_ms());
        let period = untrack(|| self.lens.period());
        let own = || {
            let record = self.workspace().record(&RecordId::new(format!("deck/{deck}")))?;
            Some(Source::of(&Deck::from_record(&record).ok()?))
        };
        self.lens.with_untracked(|scope: &Scope<'_>| {
            let source = match deck.starts_with(READY) {
                true => ready(scope, lang, &deck, &period),
                false => own(),
            };
            Some(freeze(scope, lang, &source?, at_ms))
        })
    }

    /// Freezes the figures of now, shows them and keeps them.
    pub fn refresh(self) {
        let Some(frozen) = self.made() else {
            if self.frozen.with_untracked(Option::is_none) {
                self.missing.set(true);
            }
            return;
        };
        self.take(frozen.clone());
        let workspace = self.workspace();
        spawn_local(async move {
            // What cannot be kept is shown all the same.
            let _ = kept::keep(workspace, &frozen).await;
        });
    }

    fn take(self, frozen: Frozen) {
        let router = self.lens.router();
        let place = router.place_untracked().with_filter(AT, &frozen.at_ms.to_string());
        self.frozen.set(Some(Arc::new(frozen)));
        self.news.set(false);
        self.show.update(|show| show.keep_within(&self.extent(&|_| 1)));
        router.replace(place);
    }

    fn extent<'a>(self, behind: &'a dyn Fn(&str) -> usize) -> Extent<'a> {
        let pages = |layouts: &Vec<Arc<Layout>>| layouts.iter().map(|layout| layout.pages.len()).collect();
        Extent {
            pages: self.layouts.with_untracked(pages),
            behind,
            columns: untrack(|| self.columns()),
        }
    }

    /// Does what a key, a press or the notes ask for.
    pub fn act(self, action: Action) {
        let (frozen, stage) = (self.frozen.get_untracked(), untrack(|| self.stage()));
        let before = self.show.get_untracked();
        let slide = before.slide;
        let behind = |key: &str| {
            let tightened = self.tightened.read_untracked();
            let found = frozen
                .as_ref()
                .and_then(|frozen| behind_of(frozen, slide, key, stage, &tightened));
            found.map_or(1, |(_, layout)| layout.pages.len())
        };
        if let Action::Behind(key) = &action
            && frozen
                .as_ref()
                .and_then(|frozen| behind_of(frozen, slide, key, stage, &Tightened::new()))
                .is_none()
        {
            return;
        }
        let (show, deed) = before.after(action, &self.extent(&behind));
        if show != before {
            if show.slide != before.slide {
                let router = self.lens.router();
                let number = (show.slide + 1).to_string();
                router.replace(router.place_untracked().with_filter(SLIDE, &number));
            }
            self.show.set(show);
        }
        match deed {
            None => {}
            Some(Deed::FullScreen) => full_screen::toggle(),
            Some(Deed::Refresh) => self.refresh(),
            Some(Deed::Notes) => self.open_notes(),
            Some(Deed::Preset) => self.set_preset(self.preset.get_untracked().next()),
            Some(Deed::Leave) => self.leave(),
        }
    }

    /// Shows for somebody else, and remembers it.
    pub fn set_preset(self, preset: Preset) {
        stored::write(PRESET, Some(preset.name()));
        self.preset.set(preset);
        self.show.update(|show| show.keep_within(&self.extent(&|_| usize::MAX)));
    }

    /// The address of the notes.
    pub fn notes_url(self) -> String {
        let router = self.lens.router();
        let place = router.place_untracked();
        place.at(Route::Speaker(self.deck.get_value())).to_url()
    }

    fn open_notes(self) {
        let opened = windows::open(&self.notes_url(), &format!("so-khoi-notes-{}", self.deck.get_value()));
        self.blocked.set(!opened);
    }

    /// Ends it.
    pub fn leave(self) {
        full_screen::leave();
        let router = self.lens.router();
        let deck = self.deck.get_value();
        let route = match deck.starts_with(READY) {
            true => Route::Decks,
            false => Route::Deck(deck),
        };
        router.go(router.place_untracked().at(route));
    }

    /// Watches the books for figures other than those that are shown. Nothing of it changes the slides.
    fn follow_books(self) {
        let workspace = self.workspace();
        Effect::new(move || {
            workspace.follow_writes();
            workspace.ledger.track();
            workspace.opening.track();
            self.compare_soon();
        });
        on_cleanup(move || self.check.set_value(None));
    }

    fn compare_soon(self) {
        let check = Timeout::new(QUIET, move || self.compare());
        let _ = self.check.try_update_value(|planned| *planned = Some(check));
    }

    fn compare(self) {
        if self.is_open() != Some(true) {
            return;
        }
        let Some(frozen) = self.frozen.get_untracked() else {
            return;
        };
        // A deck that was removed meanwhile goes on being shown.
        let news = self.made().is_some_and(|now| !frozen.shows_the_same_as(&now));
        if self.news.get_untracked() != news {
            self.news.set(news);
        }
    }

    /// Tells the notes where the presentation is, and does what they ask for.
    fn follow_windows(self) {
        let router = self.lens.router();
        let bloc = Memo::new(move |_| router.place().bloc.unwrap_or_default());
        Effect::new(move || {
            let name = channel_name(&bloc.get(), &self.deck.get_value());
            let heard = move |text: String| match Said::of_text(&text) {
                Some(Said::Ask) => self.tell(),
                Some(Said::Do(action)) if self.frozen.try_get_untracked().is_some() => self.act(action),
                _ => {}
            };
            self.channel.set_value(Channel::open(&name, heard));
        });
        Effect::new(move || {
            self.show.track();
            self.frozen.track();
            self.preset.track();
            self.size.track();
            self.news.track();
            self.tightened.track();
            self.cut.track();
            self.tell();
        });
        on_cleanup(move || {
            self.say(&Said::Over);
            self.channel.set_value(None);
        });
    }

    fn say(self, said: &Said) {
        let text = said.to_text();
        let _ = self.channel.try_with_value(|channel| {
            if let (Some(channel), Some(text)) = (channel, text) {
                channel.post(&text);
            }
        });
    }

    fn tell(self) {
        let Some(Some(frozen)) = self.frozen.try_get_untracked() else {
            return;
        };
        self.say(&Said::Now(Now {
            at_ms: frozen.at_ms,
            show: self.show.get_untracked(),
            stage: untrack(|| self.stage()),
            news: self.news.get_untracked(),
            cut: untrack(|| self.is_cut(self.show.with(|show| show.slide))),
            tightened: self.tightened.get_untracked().into_iter().collect(),
        }));
    }
}
