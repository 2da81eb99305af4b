//! Chỉ tiêu: how many are reached, and each of them as a card, a line or a bar.

use super::BoardView;
use super::board::BoardSection;
use super::chart::ChartSection;
use super::deeds::{copy, review};
use super::form::{TargetForm, TargetFormHandle, use_target_form};
use super::table::TableSection;
use crate::analysis::Scope;
use crate::exhibit::targets::figures::{Board, Whose, other_periods, read, shown_period};
use crate::i18n::targets::{TARGETS, not_reviewed_line, without_source_line};
use crate::model::id::TargetId;
use crate::model::period::Period;
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::facts::illustrative;
use crate::report::sentence::status::summary;
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::menu::{Choice, Menu, MenuAction};
use crate::ui::notice::Notice;
use crate::ui::page_head::PageHead;
use crate::ui::segmented::Segmented;
use crate::ui::to_deck::ToDeck;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

const UNITS: &str = "units";
const TABLE: &str = "table";
const CHART: &str = "chart";

/// Chỉ tiêu.
#[component]
pub fn TargetsPage() -> impl IntoView {
    let w = use_words(&TARGETS);
    let lens = use_lens();
    let router = lens.router();
    let (kind, of) = (router.filter("view"), router.filter("whose"));
    let whose = Memo::new(move |_| match of.get().as_str() {
        UNITS => Whose::Units,
        _ => Whose::Bloc,
    });
    let board = Memo::new(move |_| {
        let (period, today) = (lens.period(), lens.today());
        lens.with(|scope| {
            let period = shown_period(&period, scope.ledger, today);
            read(scope, &period, whose.get())
        })
    });
    let view = BoardView { lens, board, whose };
    let form = use_target_form();
    let some = Memo::new(move |_| board.with(|board| !board.items.is_empty()));
    let views = Signal::derive(move || {
        vec![
            Choice::new("", w().view_board),
            Choice::new(TABLE, w().view_table),
            Choice::new(CHART, w().view_chart),
        ]
    });
    let owners = Signal::derive(move || vec![Choice::new("", w().whose_bloc), Choice::new(UNITS, w().whose_units)]);
    let of_bloc = view.subject();
    // The chart and the table have buttons of their own.
    let board = Signal::derive(move || {
        let cards = some.get() && !matches!(kind.get().as_str(), TABLE | CHART);
        of_bloc.get().filter(|_| cards)
    });
    view! {
        <Head view form/>
        <ToReview view/>
        <div class="row row--between targets__filters">
            <Segmented
                label=move || w().whose
                choices=owners
                value=of
                on_change=move |value: String| router.set_filter("whose", &value)
            />
            <div class="row">
                <Segmented
                    label=move || w().view
                    choices=views
                    value=kind
                    on_change=move |value: String| router.set_filter("view", &value)
                />
                <ToDeck subject=board/>
            </div>
        </div>
        {move || {
            match (some.get(), kind.get().as_str()) {
                (false, _) => view! { <NoTargets view form/> }.into_any(),
                (true, TABLE) => view! { <TableSection view/> }.into_any(),
                (true, CHART) => view! { <ChartSection view/> }.into_any(),
                (true, _) => view! { <BoardSection view/> }.into_any(),
            }
        }}
        <TargetForm form/>
    }
}

/// The finding, what it rests on, and what can be done.
#[component]
fn Head(view: BoardView, form: TargetFormHandle) -> impl IntoView {
    let w = use_words(&TARGETS);
    let lang = use_lang();
    let (lens, toasts) = (view.lens, use_toasts());
    let finding = view.text(|lang, board, _| summary(lang, &board.standings()));
    let facts = Signal::derive(move || {
        let lang = lang();
        let whose = match view.whose.get() {
            Whose::Bloc => w().whose_bloc,
            Whose::Units => w().whose_units,
        };
        view.read(|board, scope| head_facts(lang, whose, board, scope))
    });
    let year = Memo::new(move |_| {
        let year = view.board.with(|board| board.period.year());
        year.filter(|_| view.whose.get() == Whose::Bloc && view.board.with(|board| !board.items.is_empty()))
    });
    let copy_all = move || {
        let Some(year) = year.get_untracked() else { return };
        let of_year = |board: &Board| {
            let targets = board.items.iter().map(|item| item.target());
            let of_year = targets.filter(|target| target.period.year() == Some(year));
            of_year.map(|target| target.id.clone()).collect::<Vec<TargetId>>()
        };
        copy(lens, toasts, untrack(lang), &view.board.with_untracked(of_year), year);
    };
    let to_import = move || {
        let router = lens.router();
        router.go(router.place_untracked().at(Route::Import("targets".to_owned())));
    };
    let add = move || {
        let period = view.board.with_untracked(|board| board.period.clone());
        form.open_new(lens, &period);
    };
    let actions = move || {
        view! {
            <Button label=move || w().add kind=ButtonKind::Primary icon=IconName::Add on_press=add/>
            {move || {
                let import = Signal::derive(move || w().import.to_owned());
                let mut actions = vec![MenuAction::new(IconName::Upload, import, to_import)];
                if year.get().is_some() {
                    let label = Signal::derive(move || w().copy_all.to_owned());
                    actions.push(MenuAction::new(IconName::Copy, label, copy_all));
                }
                view! { <Menu label=move || w().more icon=IconName::More actions/> }
            }}
        }
    };
    view! { <PageHead title=move || w().title finding facts actions/> }
}

fn head_facts(lang: Lang, whose: &str, board: &Board, scope: &Scope<'_>) -> Vec<String> {
    let mut all = vec![whose.to_owned(), period_title(lang, &board.period, scope.ledger)];
    let begun = |item: &crate::exhibit::targets::figures::Item| item.achievement.value.is_some();
    if board.items.iter().any(begun) {
        let end = board.period.end().map_or(board.today, |end| end.min(board.today));
        all.push(match lang {
            Lang::Vi => format!("đến {}", end.format(lang)),
            Lang::En => format!("as of {}", end.format(lang)),
        });
    }
    let targets = || board.items.iter().map(|item| item.target());
    // A unit's part has the document of the target that it is a part of.
    let own = targets().filter(|target| target.unit == scope.root);
    let without = own.filter(|target| target.source.is_none() && !target.illustrative);
    all.push(without_source_line(lang, without.count()));
    if targets().any(|target| target.illustrative) || scope.ledger.is_demo() && board.items.iter().any(begun) {
        all.push(illustrative(lang).to_owned());
    }
    all
}

/// Copies that nobody has looked through, and the one press that says so of all.
#[component]
fn ToReview(view: BoardView) -> impl IntoView {
    let w = use_words(&TARGETS);
    let lang = use_lang();
    let (lens, toasts) = (view.lens, use_toasts());
    let copies = Memo::new(move |_| {
        view.board.with(|board| {
            let copies = board.items.iter().map(|item| item.target());
            let copies = copies.filter(|target| target.copied_from.is_some());
            copies.map(|target| target.id.clone()).collect::<Vec<TargetId>>()
        })
    });
    move || {
        let number = copies.with(Vec::len);
        (number > 0).then(|| {
            view! {
                <div class="targets__note">
                    <Notice>
                        <p>{not_reviewed_line(lang(), number)}</p>
                        <Button
                            label=move || w().review_all
                            icon=IconName::Check
                            small=true
                            on_press=move || review(lens, toasts, untrack(lang), &copies.get_untracked())
                        />
                    </Notice>
                </div>
            }
        })
    }
}

/// No targets for the period.
#[component]
fn NoTargets(view: BoardView, form: TargetFormHandle) -> impl IntoView {
    let w = use_words(&TARGETS);
    let of_units = move || view.whose.get() == Whose::Units;
    let title = move || if of_units() { w().empty_units } else { w().empty };
    let why = move || if of_units() { w().empty_units_why } else { w().empty_why };
    let lang = use_lang();
    let router = view.lens.router();
    let period: Memo<Period> = Memo::new(move |_| view.board.with(|board| board.period.clone()));
    let others = move || {
        let (lang, here) = (lang(), router.place());
        let found = view.lens.with(|scope| {
            let periods = other_periods(scope, &period.get()).into_iter();
            let named = periods.map(|period| (period_title(lang, &period, scope.ledger), period.to_string()));
            named.collect::<Vec<_>>()
        });
        let links = found.into_iter().filter(|_| !of_units());
        links
            .map(|(label, period)| view! { <LinkButton to=here.with_period(&period) label kind=ButtonKind::Quiet/> })
            .collect_view()
    };
    view! {
        <EmptyState icon=IconName::Target title why>
            <Button
                label=move || w().add
                icon=IconName::Add
                on_press=move || form.open_new(view.lens, &period.get_untracked())
            />
            {others}
        </EmptyState>
    }
}
