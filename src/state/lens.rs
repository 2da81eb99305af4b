//! What every page looks through: the open bloc's ledger, the catalogue, the period chosen at the top, and the day
//! that figures are seen from. Pages compute from here and copy nothing.

use leptos::ev;
use leptos::prelude::*;

use super::choices::default_period;
use super::router::{Router, use_router};
use super::workspace::{Workspace, use_workspace};
use crate::analysis::scope::{Scope, UnitsAs};
use crate::catalogue::Catalogue;
use crate::model::date::Date;
use crate::model::ledger::Ledger;
use crate::model::own::OwnThing;
use crate::model::period::Period;
use crate::platform::clock;
use std::sync::Arc;

/// The catalogue, and the bloc's own things that it was made with.
struct Held {
    own: Arc<Vec<OwnThing>>,
    catalogue: Catalogue,
}

impl Held {
    fn of(own: Arc<Vec<OwnThing>>) -> Held {
        let catalogue = Catalogue::with_own(&own);
        Held { own, catalogue }
    }
}

/// The filter of the address that says which units earlier figures stand under, and its one value.
pub const UNITS_AS: &str = "units";
/// Those of today.
pub const UNITS_NOW: &str = "now";

/// The lens. A context; cheap to copy.
#[derive(Clone, Copy)]
pub struct Lens {
    workspace: Workspace,
    router: Router,
    catalogue: StoredValue<Held>,
    device_today: RwSignal<Date>,
    period: Memo<Period>,
    today: Memo<Date>,
    units_as: Memo<UnitsAs>,
}

impl Lens {
    /// The period chosen at the top: the address's, or the year that figures are seen in.
    pub fn period(self) -> Period {
        self.period.get()
    }

    /// The day that figures are seen from: the device's today, or a demo's day.
    pub fn today(self) -> Date {
        self.today.get()
    }

    /// Reads the books; follows them, and the day, in a reactive place.
    pub fn with<T>(self, read: impl FnOnce(&Scope<'_>) -> T) -> T {
        self.workspace.ledger.with(|ledger| {
            self.through(ledger, |catalogue| {
                let units_as = self.units_as.get();
                read(&Scope::whole(ledger, catalogue, self.today.get()).with_units_as(units_as))
            })
        })
    }

    /// Reads the books once, for an event handler.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Scope<'_>) -> T) -> T {
        self.workspace.ledger.with_untracked(|ledger| {
            let today = self.today.get_untracked();
            self.through(ledger, |catalogue| read(&Scope::whole(ledger, catalogue, today)))
        })
    }

    /// Reads the ledger alone; follows it in a reactive place.
    pub fn ledger<T>(self, read: impl FnOnce(&Ledger) -> T) -> T {
        self.workspace.ledger.with(read)
    }

    /// Reads the ledger once, for an event handler.
    pub fn ledger_untracked<T>(self, read: impl FnOnce(&Ledger) -> T) -> T {
        self.workspace.ledger.with_untracked(read)
    }

    /// Reads the catalogue.
    pub fn catalogue<T>(self, read: impl FnOnce(&Catalogue) -> T) -> T {
        let ledger = self.workspace.ledger;
        ledger.with_untracked(|ledger| self.through(ledger, read))
    }

    /// Reads the catalogue of a ledger. It is made anew only when the bloc's own things are others than before: a
    /// figure that is typed leaves the list where it is.
    fn through<T>(self, ledger: &Ledger, read: impl FnOnce(&Catalogue) -> T) -> T {
        let holds = |held: &Held| {
            let none = held.own.is_empty() && ledger.own.is_empty();
            none || Arc::ptr_eq(&held.own, &ledger.own)
        };
        if !self.catalogue.with_value(holds) {
            self.catalogue.set_value(Held::of(Arc::clone(&ledger.own)));
        }
        self.catalogue.with_value(|held| read(&held.catalogue))
    }

    /// The open workspace, to change it.
    pub fn workspace(self) -> Workspace {
        self.workspace
    }

    /// The router, to go elsewhere.
    pub fn router(self) -> Router {
        self.router
    }

    /// The device's today, which the choice of periods and a new bloc's term start from.
    pub fn device_today(self) -> Date {
        self.device_today.get()
    }
}

/// Makes the lens known to every component. The workspace and the router are there already.
pub fn provide_lens() -> Lens {
    let (workspace, router) = (use_workspace(), use_router());
    let device_today = RwSignal::new(now());
    // An app that stays open over midnight sees the new day when it is looked at again.
    let listener = window_event_listener(ev::focus, move |_| {
        let now = now();
        if device_today.get_untracked() != now {
            device_today.set(now);
        }
    });
    on_cleanup(move || listener.remove());
    let catalogue = StoredValue::new(Held::of(Arc::default()));
    let today = Memo::new(move |_| workspace.ledger.with(|ledger| ledger.seen_on(device_today.get())));
    let period = Memo::new(move |_| {
        let named = router.place().period.and_then(|text| text.parse().ok());
        named.unwrap_or_else(|| {
            workspace
                .ledger
                .with(|ledger| default_period(ledger, device_today.get()))
        })
    });
    let filter = router.filter(UNITS_AS);
    let units_as = Memo::new(move |_| match filter.with(|of| of == UNITS_NOW) {
        true => UnitsAs::Now,
        false => UnitsAs::Then,
    });
    let lens = Lens {
        workspace,
        router,
        catalogue,
        device_today,
        period,
        today,
        units_as,
    };
    provide_context(lens);
    lens
}

/// The lens. Where none was provided (a component on its own in a test), one over an empty workspace.
pub fn use_lens() -> Lens {
    use_context().unwrap_or_else(provide_lens)
}

/// The calendar date here and now. A clock beyond the calendar (year 10000) reads as 1970.
fn now() -> Date {
    clock::today().unwrap_or(Date::EPOCH)
}
