//! One report: what it still asks for, what can be done with it, and the paper.

use super::files::ReportFiles;
use super::head_form::{HeadForm, use_head_form};
use super::list::{remove_report, report_name};
use super::paper::Paper;
use crate::exhibit::report::{By, Composed, compose};
use crate::i18n::reports::{REPORTS, gaps, report_state};
use crate::model::id::ReportId;
use crate::model::report::PeriodReport;
use crate::model::text::Lang;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::breadcrumb::Crumb;
use crate::ui::button::{Button, ButtonKind, LinkButton};
use crate::ui::empty::EmptyState;
use crate::ui::files_made::{Put, ReportNow};
use crate::ui::icon::IconName;
use crate::ui::menu::{Choice, Menu, MenuAction};
use crate::ui::page_head::PageHead;
use crate::ui::segmented::Segmented;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// The filter of the address that says which language the report is in.
const LANGUAGE: &str = "in";

/// A report that is shown. Cheap to copy.
#[derive(Clone, Copy)]
pub struct ReportView {
    /// The books.
    pub lens: Lens,
    /// The record; `None` where there is none.
    pub report: Memo<Option<PeriodReport>>,
    /// It composed; `None` too for a template that this version does not have.
    pub composed: Memo<Option<Composed>>,
    /// The language that it is in.
    pub lang: Memo<Lang>,
    /// The paragraph that is being edited, by its name.
    pub editing: RwSignal<Option<String>>,
}

/// One report.
#[component]
pub fn ReportPage(
    /// Which.
    id: String,
) -> impl IntoView {
    let w = use_words(&REPORTS);
    let app_lang = use_lang();
    let lens = use_lens();
    let id = ReportId::new(&id);
    let report = Memo::new(move |_| {
        let all: Vec<PeriodReport> = lens.workspace().things();
        all.into_iter().find(|report| report.id == id)
    });
    let wanted = lens.router().filter(LANGUAGE);
    let lang = Memo::new(move |_| Lang::from_tag(&wanted.get()).unwrap_or_else(app_lang));
    let composed = Memo::new(move |_| {
        let lang = lang.get();
        report.with(|report| {
            let report = report.as_ref()?;
            lens.with(|scope| compose(scope, lang, report))
        })
    });
    let view = ReportView {
        lens,
        report,
        composed,
        lang,
        editing: RwSignal::new(None),
    };
    let there = Memo::new(move |_| composed.with(Option::is_some));
    move || match there.get() {
        true => view! { <Shown view/> }.into_any(),
        false => view! {
            <EmptyState icon=IconName::Report title=move || w().unknown why=move || w().unknown_why page=true>
                <LinkButton to=Route::Reports label=move || w().to_list kind=ButtonKind::Primary/>
            </EmptyState>
        }
        .into_any(),
    }
}

#[component]
fn Shown(view: ReportView) -> impl IntoView {
    let w = use_words(&REPORTS);
    let lang = use_lang();
    let lens = view.lens;
    let (router, toasts) = (lens.router(), use_toasts());
    let form = use_head_form();
    let title = Signal::derive(move || {
        let lang = lang();
        view.report.with(|report| {
            let report = report.as_ref();
            report.map_or_else(String::new, |report| {
                lens.ledger(|ledger| report_name(lang, report, ledger))
            })
        })
    });
    let finding = Signal::derive(move || {
        let lang = lang();
        view.composed.with(|composed| {
            composed.as_ref().map_or_else(String::new, |composed| {
                let to_write = composed.told().filter(|told| told.by == By::Nobody).count();
                report_state(lang, composed.stale(), to_write)
            })
        })
    });
    let facts = Signal::derive(move || {
        view.composed.with(|composed| {
            let stamp = composed.as_ref().map_or("", |composed| composed.stamp.as_str());
            stamp.split(" · ").map(str::to_owned).collect::<Vec<_>>()
        })
    });
    let gaps = Signal::derive(move || {
        let lang = lang();
        view.composed.with(|composed| {
            let composed = composed.as_ref();
            composed.map_or_else(String::new, |composed| {
                gaps(lang, &composed.unwritten(), composed.lacks_place())
            })
        })
    });
    let trail = Signal::derive(move || {
        vec![Crumb {
            label: w().title.to_owned(),
            place: router.here(Route::Reports),
        }]
    });
    let languages = Signal::derive(move || {
        vec![
            Choice::new(Lang::Vi.tag(), w().vietnamese),
            Choice::new(Lang::En.tag(), w().english),
        ]
    });
    let open_form = move || form.open(view);
    let remove = MenuAction::new(
        IconName::Delete,
        Signal::derive(move || w().remove.to_owned()),
        move || {
            if let Some(report) = view.report.get_untracked() {
                router.go(router.place_untracked().at(Route::Reports));
                remove_report(lens, toasts, untrack(lang), &report);
            }
        },
    );
    let reconcile = MenuAction::new(
        IconName::Search,
        Signal::derive(move || w().reconcile.to_owned()),
        move || router.go(router.place_untracked().at(Route::Reconcile)),
    );
    let menu = vec![reconcile, remove];
    let actions = move || {
        view! {
            <Button label=move || w().head_and_foot icon=IconName::Edit on_press=move |()| open_form()/>
            <Menu label=move || w().more icon=IconName::More actions=menu.clone() end=true/>
        }
    };
    view! {
        <PageHead title finding facts trail actions/>
        <div class="row row--between report__tools">
            <Segmented
                label=move || w().language
                choices=languages
                value=Signal::derive(move || view.lang.get().tag().to_owned())
                on_change=move |value: String| router.set_filter(LANGUAGE, &value)
            />
        </div>
        <ReportFiles report=move || now(view) gaps/>
        <Paper view/>
        <HeadForm form/>
    }
}

/// The report as it is at the press of a button, for files.
fn now(view: ReportView) -> Option<ReportNow> {
    let composed = view.composed.get_untracked()?;
    Some(ReportNow {
        name: composed.name.clone(),
        lang: composed.lang,
        charts: composed.charts().cloned().collect(),
        document: Box::new(move |put: Put<'_>| composed.document(put)),
    })
}
