//! Ten times the units take about ten times the work: reading records, every analysis that pages ask, and what each
//! page computes before it draws. Times are compared within one run, never with a clock's absolute time.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use so_khoi::analysis::{Scope, achievement, aggregate, completeness, rank, rate, reconcile, review, rules, series};
use so_khoi::catalogue::Catalogue;
use so_khoi::demo::scale::{Maker, ROOT, Size};
use so_khoi::exhibit::targets::figures::Whose;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::period::Period;
use so_khoi::model::record::Record;
use so_khoi::model::text::Lang;
use so_khoi::{exhibit, pages};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

const SMALL: Size = Size {
    units: 50,
    from: 2024,
    ..Size::TERM
};
const LARGE: Size = Size { units: 500, ..SMALL };

/// Linear work on ten times the units takes ten times as long. It may take twice that, because the machine is busy with
/// other things; quadratic work would take a hundred times. What reads every return also misses the processor's caches
/// in the larger bloc: it may take half as long again as merely looking every return up.
const MOST: f64 = 20.0;

/// How often each is measured. The shortest time counts, so that a pause of the machine decides nothing.
const TIMES: usize = 3;

/// How long a measurement is at least.
const AWHILE: Duration = Duration::from_millis(30);

/// A question about a bloc, and how much it answered: it has to be more for the larger bloc where it is about units.
type Question = (&'static str, fn(&Scope<'_>) -> usize);

fn year() -> Period {
    Period::Year(LARGE.to)
}

fn term() -> Period {
    Period::Term(2020, 2025)
}

const ANALYSES: &[Question] = &[
    ("totals by unit", |scope| {
        let admitted = scope.catalogue.indicator(&"admitted".into()).unwrap();
        aggregate::by_unit(scope, &admitted.form, &admitted.numerator, &year()).len()
    }),
    ("cumulative series", |scope| {
        let admitted = scope.catalogue.indicator(&"admitted".into()).unwrap();
        let points = series::cumulative(scope, &admitted.form, &admitted.numerator, &year());
        points.last().unwrap().total.coverage.expected()
    }),
    ("the last head count", |scope| {
        let members = scope.catalogue.indicator(&"members".into()).unwrap();
        let total = aggregate::total(scope, &members.form, &members.numerator, &year());
        total.coverage.expected()
    }),
    ("rates by unit, ranked", |scope| {
        let rated = scope.catalogue.indicator(&"meeting_attendance".into()).unwrap();
        let rates = rate::by_unit(scope, rated, &year()).unwrap();
        rank::by_rate(rates, rated.direction).rows.len()
    }),
    ("rates by sector", |scope| {
        let rated = scope.catalogue.indicator(&"members_good_or_better".into()).unwrap();
        rate::by_sector(scope, rated, &year()).unwrap();
        scope.ledger.units.len()
    }),
    ("due forms", |scope| {
        let due = completeness::due_forms(scope);
        due.iter().map(|due| due.completeness.expected()).sum()
    }),
    ("findings", |scope| rules::findings(scope, &year()).len()),
    ("what needs a person", |scope| review::to_review(scope, &year())),
    ("targets of the bloc", |scope| {
        achievement::of_period(scope, &year()).len() * scope.ledger.units.len()
    }),
    ("reconciliation", |scope| {
        reconcile::of_period(scope, &year());
        scope.ledger.units.len()
    }),
    ("units in order", |scope| {
        let units = scope.ledger.units.grassroots(&ROOT.into(), scope.today);
        units.len() + scope.ledger.units.in_order().len()
    }),
];

const PAGES: &[Question] = &[
    ("findings page", |scope| {
        pages::findings::figures::Figures::of(scope, &year()).units()
    }),
    ("findings by unit", |scope| {
        use pages::findings::figures::{By, Figures, grouped};
        let (groups, hidden) = grouped(scope.ledger, &Figures::of(scope, &term()), By::Unit, 200);
        groups.iter().map(|group| group.shown.len()).sum::<usize>() + hidden
    }),
    ("admission page", |scope| {
        exhibit::admission::figures::read(scope, LARGE.to).units.len()
    }),
    ("study page", |scope| {
        let drive = scope.ledger.drives.first().unwrap();
        let found = exhibit::study::figures::read(scope, &drive.id, None).unwrap();
        usize::from(found.has_units()) * scope.ledger.units.len()
    }),
    ("targets page", |scope| {
        let board = exhibit::targets::figures::read(scope, &year(), Whose::Bloc);
        board.items.len() * scope.ledger.units.len()
    }),
    ("targets of units", |scope| {
        exhibit::targets::figures::read(scope, &year(), Whose::Units)
            .items
            .len()
    }),
    ("exhibits", |scope| {
        let offers = exhibit::offered(scope, Lang::Vi, &year());
        let made = offers
            .iter()
            .filter_map(|offer| exhibit::make(scope, Lang::Vi, &offer.subject));
        made.map(|found| found.table.rows.len()).sum()
    }),
    ("topics", |scope| {
        for topic in scope.catalogue.topics() {
            exhibit::topics::figures::read(scope, topic, &year());
        }
        scope.ledger.units.len()
    }),
    ("topics of the term", |scope| {
        for topic in scope.catalogue.topics() {
            exhibit::topics::figures::read(scope, topic, &term());
        }
        scope.ledger.units.len()
    }),
    ("entry sheet", |scope| {
        let form = scope.catalogue.form(&"meetings".into()).unwrap();
        let period: Period = "2025-Q3".parse().unwrap();
        let plan = pages::entry::plan::Plan::new(scope, form, &period);
        pages::entry::tally::Tally::default().update(scope, &plan);
        plan.units.len()
    }),
    ("returns page", |scope| {
        use pages::returns::figures::{Wanted, lines, owed, units_of};
        let matrix = completeness::matrix::Matrix::of(scope, &year(), None);
        let units = units_of(&lines(&matrix, scope.ledger, &Wanted::default()));
        let owed: usize = units.iter().map(|unit| owed(&matrix, scope.ledger, *unit).len()).sum();
        units.len() + owed
    }),
    ("page of decks", |scope| {
        use exhibit::ready::{first_slides, period_of, purposes};
        let mut read = 0;
        for purpose in purposes() {
            let period = period_of(scope, purpose, &year());
            let offers = exhibit::offered(scope, Lang::Vi, &period);
            read += first_slides(scope, Lang::Vi, purpose, (&period, &offers), 3).len();
        }
        read * scope.ledger.units.len()
    }),
    ("ready decks, frozen and laid out", |scope| {
        use pages::present::frozen::freeze;
        use pages::present::layout::{Drawn, Layout};
        use pages::present::ready::{READY, ready};
        let stage = pages::present::stage::Stage {
            width: 1366,
            height: 768,
            preset: pages::present::stage::Preset::Projector,
        };
        let drawn = Drawn {
            lang: Lang::Vi,
            words: so_khoi::i18n::chart::CHART.in_lang(Lang::Vi),
            dark: false,
            patterns: false,
        };
        let mut rows = 0;
        for purpose in exhibit::ready::purposes() {
            let named = format!("{READY}{}", purpose.id);
            let source = ready(scope, Lang::Vi, &named, &year()).unwrap();
            let frozen = freeze(scope, Lang::Vi, &source, 0);
            for slide in &frozen.slides {
                assert!(!Layout::of(slide, &frozen.bloc, stage, drawn).pages.is_empty());
                let exhibit = slide.exhibit.as_ref();
                rows += exhibit.map_or(0, |exhibit| exhibit.table.rows.len() + exhibit.behind.len());
            }
        }
        rows
    }),
    ("units page", |scope| {
        let counts = pages::units::counts::count(scope.ledger, &scope.root, scope.today);
        counts.committees + counts.cells
    }),
];

struct Bloc {
    records: Vec<Record>,
    ledger: Ledger,
}

fn bloc(size: Size, catalogue: &Catalogue) -> Bloc {
    let records = Maker::new(size, catalogue).all();
    let ledger = Ledger::from_records(&records);
    Bloc { records, ledger }
}

/// Looks up the return of every unit for every month, and reads its cells: linear by its making.
fn look_up(ledger: &Ledger) -> usize {
    let form = "admission".into();
    let units = ledger.units.in_order();
    let months = year().months();
    let returns = months.iter().flat_map(|month| {
        let of_unit = |unit: &&so_khoi::model::unit::Unit| ledger.find(&form, month, &unit.id);
        units.iter().filter_map(of_unit)
    });
    returns
        .filter(|found| found.quantity(&"admitted".into()).is_some())
        .count()
}

/// The time that this thread has had a processor, so that other programs on a busy machine do not count; where the
/// system does not tell, the time that has passed.
fn worked() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told
        .and_then(|told| told.split(' ').next()?.parse().ok())
        .filter(|&nanos| nanos > 0);
    nanos.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// The shortest of several measurements, in seconds, with the last answer. Each is the mean over as many rounds as
/// take a while, because the system's own count goes by ticks.
fn shortest(mut work: impl FnMut() -> usize) -> (f64, usize) {
    let mut best = (f64::MAX, 0);
    for _ in 0..TIMES {
        let (start, mut rounds, mut answered) = (worked(), 0.0, 0);
        while worked() - start < AWHILE {
            answered = work();
            rounds += 1.0;
        }
        best = (best.0.min((worked() - start).as_secs_f64() / rounds), answered);
    }
    best
}

#[test]
fn ten_times_the_units_take_about_ten_times_the_time() {
    let catalogue = Catalogue::built_in().unwrap();
    let (small, large) = (bloc(SMALL, &catalogue), bloc(LARGE, &catalogue));
    let look_up = |bloc: &Bloc| shortest(|| look_up(&bloc.ledger));
    let (look_small, look_large) = (look_up(&small).0, look_up(&large).0);
    let most = MOST.max(look_large / look_small * 1.5).min(80.0);
    let mut slow = Vec::new();
    let mut compare = |what: &str, small: (f64, usize), large: (f64, usize)| {
        assert!(large.1 > small.1 * 3, "{what}: {} answers, then {}", small.1, large.1);
        if large.0 > small.0 * most {
            slow.push(format!("{what}: {:.6} s, then {:.6} s", small.0, large.0));
        }
    };
    let read = |bloc: &Bloc| shortest(|| Ledger::from_records(&bloc.records).units.len());
    compare("reading records", read(&small), read(&large));
    let ask = |bloc: &Bloc, question: fn(&Scope<'_>) -> usize| {
        let scope = || Scope::whole(&bloc.ledger, &catalogue, year().end().unwrap());
        shortest(|| question(&scope()))
    };
    for &(what, question) in ANALYSES.iter().chain(PAGES) {
        compare(what, ask(&small, question), ask(&large, question));
    }
    assert_eq!(
        slow,
        Vec::<String>::new(),
        "more than {most} times as long for ten times the units"
    );
}

/// How long an edit of one unit takes to be in the books and in the sums and the flags of a sheet of all units.
fn edit(bloc: &mut Bloc, catalogue: &Catalogue) -> (f64, usize) {
    let period = Period::Month(LARGE.to, 3);
    let form = catalogue.form(&"admission".into()).unwrap();
    let day = year().end().unwrap();
    let plan = pages::entry::plan::Plan::new(&Scope::whole(&bloc.ledger, catalogue, day), form, &period);
    let mut tally = pages::entry::tally::Tally::default();
    tally.update(&Scope::whole(&bloc.ledger, catalogue, day), &plan);
    let unit = &plan.units[plan.units.len() / 2].id;
    let mut count = 0;
    shortest(|| {
        count += 1;
        let mut found = so_khoi::model::returns::Return::new(form.id.clone(), unit.clone(), period.clone());
        let cell = so_khoi::model::returns::Cell::count(count);
        found.cells.insert("admitted".into(), cell);
        let record = so_khoi::model::record::Entity::to_record(&found);
        bloc.ledger.apply(&record, std::iter::empty());
        tally.update(&Scope::whole(&bloc.ledger, catalogue, day), &plan);
        tally.total(0).filled
    })
}

#[test]
fn an_edit_in_a_sheet_of_ten_times_the_units_takes_no_longer() {
    let catalogue = Catalogue::built_in().unwrap();
    let (mut small, mut large) = (bloc(SMALL, &catalogue), bloc(LARGE, &catalogue));
    let (small, large) = (edit(&mut small, &catalogue), edit(&mut large, &catalogue));
    assert!(large.1 > small.1 * 3, "{small:?}, {large:?}");
    // Reading all rows anew would take ten times as long.
    assert!(large.0 < small.0 * 4.0, "{:.6} s, then {:.6} s", small.0, large.0);
}
