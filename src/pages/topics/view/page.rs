//! A topic's page: the finding, then each part of its forms, then what has no figures yet and what reports state.

use super::done::DoneSection;
use super::indicators::IndicatorsSection;
use super::levels::LevelsSection;
use super::matrix::MatrixSection;
use super::statements::{StatedShares, StatementsSection};
use super::unit_rows::UnitRowsSection;
use super::{TopicView, entry_place};
use crate::exhibit::topics::figures::{Body, TopicFigures, Whose, latest, read};
use crate::exhibit::topics::stated::{Stated, leading};
use crate::exhibit::topics::worded::{headline, rests_on};
use crate::i18n::topics::{TOPICS, latest_figures};
use crate::model::text::Lang;
use crate::report::period_name::{period_name, period_title};
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::ui::button::{ButtonKind, LinkButton};
use crate::ui::disclosure::Disclosure;
use crate::ui::empty::EmptyState;
use crate::ui::icon::IconName;
use crate::ui::link::A;
use crate::ui::page_head::{PageHead, Section, use_title};
use crate::ui::sector_filter::{SectorFilter, use_sector};
use crate::ui::units_as::UnitsAsChoice;
use leptos::prelude::*;

/// What a part is drawn by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Indicators,
    Levels,
    Matrix,
    Done,
}

/// The page of a topic.
#[component]
pub fn TopicPage(
    /// The topic's identifier.
    id: String,
) -> impl IntoView {
    let lens = use_lens();
    let sector = use_sector(lens);
    let whose = Signal::derive(move || sector.get().map_or(Whose::All, Whose::Sector));
    let figures = Memo::new(move |_| {
        let (whose, period) = (whose.get(), lens.period());
        lens.with(|scope| {
            let topic = scope.catalogue.topic(&id)?;
            Some(read(&whose.scope(scope), topic, &period))
        })
    });
    let view = TopicView {
        lens,
        whose,
        figures,
        chosen: None,
    };
    let known = Memo::new(move |_| figures.with(Option::is_some));
    move || match known.get() {
        true => view! { <Topic view/> }.into_any(),
        false => view! { <NoTopic/> }.into_any(),
    }
}

#[component]
fn Topic(view: TopicView) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let some = Memo::new(move |_| view.read(|topic, _, _| topic.has_figures()));
    // What only the bloc committee reports has no sectors; a sector that is chosen can be taken back.
    let by_sector = Memo::new(move |_| {
        let chosen = view.whose.with(|whose| *whose != Whose::All);
        chosen || view.read(|topic, _, _| topic.parts.iter().any(|part| !part.is_of_bloc()))
    });
    // The finding is a report's: its shares come first, and what was counted beside them is folded away below.
    let by_report = Memo::new(move |_| stated_of(view).is_some());
    let counted = move || {
        let lang = lang();
        let parts: Vec<String> = view.read(|topic, _, _| {
            let drawn = topic.parts.iter().filter(|part| part.is_drawn());
            drawn.map(|part| part.label().in_lang(lang).to_owned()).collect()
        });
        match parts.as_slice() {
            [] => w().counted_beside.to_owned(),
            parts => format!("{}: {}", w().counted_beside, parts.join("; ")),
        }
    };
    view! {
        <Head view/>
        {move || {
            by_sector
                .get()
                .then(|| {
                    view! {
                        <div class="row topic__filters">
                            <SectorFilter lens=view.lens/>
                            <UnitsAsChoice lens=view.lens/>
                        </div>
                    }
                })
        }}
        {move || match by_report.get() {
            true => {
                view! {
                    <StatedShares view>
                        {move || {
                            some.get()
                                .then(|| {
                                    view! {
                                        <Disclosure label=counted>
                                            <Parts view/>
                                            <UnitRowsSection view/>
                                        </Disclosure>
                                    }
                                })
                        }}
                    </StatedShares>
                }
                    .into_any()
            }
            false => {
                view! {
                    <Parts view/>
                    <UnitRowsSection view/>
                }
                    .into_any()
            }
        }}
        {move || match some.get() {
            true => view! { <Without view/> }.into_any(),
            false => view! { <NoFigures view/> }.into_any(),
        }}
        <StatementsSection view shares_told=by_report/>
    }
}

/// The parts that somebody has reported, one below the other.
#[component]
pub fn Parts(
    /// The topic.
    view: TopicView,
) -> impl IntoView {
    // Parts are made anew only when there are others, not when a figure changes.
    let reported = Memo::new(move |_| {
        view.read(|topic, _, _| {
            let parts = topic.parts.iter().enumerate().filter(|(_, part)| part.is_drawn());
            let parts = parts.map(|(at, part)| {
                let kind = match part.body {
                    Body::Indicators(_) => Kind::Indicators,
                    Body::Levels(_) => Kind::Levels,
                    Body::Matrix(_) => Kind::Matrix,
                    Body::Done(_) => Kind::Done,
                };
                (at, kind, part.label().vi.clone())
            });
            parts.collect::<Vec<_>>()
        })
    });
    move || {
        let draw = |(at, kind, _): (usize, Kind, String)| {
            let part = view.part(at);
            match kind {
                Kind::Indicators => view! { <IndicatorsSection part/> }.into_any(),
                Kind::Levels => view! { <LevelsSection part/> }.into_any(),
                Kind::Matrix => view! { <MatrixSection part/> }.into_any(),
                Kind::Done => view! { <DoneSection part/> }.into_any(),
            }
        };
        reported.get().into_iter().map(draw).collect_view()
    }
}

/// What a report states that the page begins with; it speaks of the whole bloc.
fn stated_of(view: TopicView) -> Option<Stated> {
    let whole = view.whose.with(|whose| *whose == Whose::All);
    view.figures.with(|figures| {
        let figures = figures.as_ref().filter(|_| whole)?;
        view.lens.with(|scope| leading(scope, figures))
    })
}

/// The finding, what it rests on, and the way to entry.
#[component]
fn Head(view: TopicView) -> impl IntoView {
    let w = use_words(&TOPICS);
    let lang = use_lang();
    let title = Signal::derive(move || {
        let lang = lang();
        view.read(|topic, _, _| topic.topic.label.in_lang(lang).to_owned())
    });
    let stated = Memo::new(move |_| stated_of(view));
    let finding = Signal::derive(move || {
        let lang = lang();
        if let Some(stated) = stated.get() {
            return stated.said(lang);
        }
        view.read(|topic, ledger, catalogue| headline(lang, topic, ledger, catalogue).unwrap_or_default())
    });
    let facts = Signal::derive(move || {
        let lang = lang();
        view.read(|topic, ledger, _| {
            if let Some(stated) = stated.get() {
                let statement = &stated.statement;
                return vec![
                    period_title(lang, &statement.period, ledger),
                    statement.source.citation(lang),
                ];
            }
            let Some((shown, figure)) = topic.headline() else {
                return Vec::new();
            };
            let mut all = vec![period_title(lang, &shown.period, ledger)];
            all.extend(rests_on(lang, shown, figure, ledger));
            all
        })
    });
    let actions = move || {
        let first = view.read(|topic, _, _| topic.headline().map(|(shown, _)| shown.form.id.to_string()));
        first.map(|form| {
            let router = view.lens.router();
            let entry = Signal::derive(move || {
                let period = view.read(|topic, _, _| topic.asked.to_string());
                entry_place(&router.place(), &form, &period)
            });
            view! { <LinkButton to=entry label=move || w().enter kind=ButtonKind::Primary icon=IconName::Entry/> }
        })
    };
    view! { <PageHead title finding facts actions=move || view! { {actions} }/> }
}

/// Nobody has reported anything of the topic for the period.
#[component]
fn NoFigures(view: TopicView) -> impl IntoView {
    let w = use_words(&TOPICS);
    view! {
        <EmptyState icon=IconName::Chart title=move || w().empty why=move || w().empty_why>
            <div class="topic__to-enter">
                <p class="muted small">{move || w().to_enter}</p>
                <FormLinks view all=true/>
            </div>
            <LatestLink view/>
        </EmptyState>
    }
}

/// To the latest period with figures, where there is one.
#[component]
fn LatestLink(view: TopicView) -> impl IntoView {
    let lang = use_lang();
    let router = view.lens.router();
    let found = Memo::new(move |_| {
        view.figures.with(|figures| {
            let figures = figures.as_ref()?;
            view.lens.with(|scope| latest(scope, &figures.topic))
        })
    });
    move || {
        found.get().map(|period| {
            let to = router.place().with_period(&period.to_string());
            let label = Signal::derive(move || {
                let name = view.lens.ledger(|ledger| period_name(lang(), &period, ledger));
                latest_figures(lang(), &name)
            });
            view! { <LinkButton to label icon=IconName::Calendar/> }
        })
    }
}

/// The parts that nobody has reported, each with the way to its form.
#[component]
fn Without(view: TopicView) -> impl IntoView {
    let w = use_words(&TOPICS);
    let some = Memo::new(move |_| view.read(|topic, _, _| topic.parts.iter().any(|part| !part.is_reported())));
    move || {
        some.get().then(|| {
            view! {
                <Section title=move || w().without note=move || w().without_why>
                    <FormLinks view all=false/>
                </Section>
            }
        })
    }
}

/// Links to the forms of the topic, with the parts that have no figures behind each.
#[component]
fn FormLinks(view: TopicView, all: bool) -> impl IntoView {
    let lang = use_lang();
    let router = view.lens.router();
    let forms = Memo::new(move |_| {
        let lang = lang();
        view.read(|topic, _, _| without(lang, topic, all))
    });
    move || {
        let here = router.place();
        let links = forms.get().into_iter().map(|(form, period, label, parts)| {
            view! {
                <li>
                    <A to=entry_place(&here, &form, &period)>{label}</A>
                    {(!parts.is_empty()).then(|| view! { <span class="muted">{parts}</span> })}
                </li>
            }
        });
        view! { <ul class="topic__forms">{links.collect_view()}</ul> }
    }
}

/// A form, the period it is entered for, its name, and its parts without figures.
type FormLink = (String, String, String, String);

fn without(lang: Lang, topic: &TopicFigures, all: bool) -> Vec<FormLink> {
    let mut links: Vec<(FormLink, Vec<String>)> = Vec::new();
    for part in topic.parts.iter().filter(|part| !part.is_reported()) {
        let form = part.form.id.to_string();
        let label = part.label().in_lang(lang).to_owned();
        match links.last_mut().filter(|((last, ..), _)| *last == form) {
            Some((_, parts)) if parts.contains(&label) => {}
            Some((_, parts)) => parts.push(label),
            None => {
                let name = part.form.label.in_lang(lang).to_owned();
                links.push(((form, part.period.to_string(), name, String::new()), vec![label]));
            }
        }
    }
    let joined = |((form, period, name, _), parts): (FormLink, Vec<String>)| {
        let parts = if all { String::new() } else { parts.join("; ") };
        (form, period, name, parts)
    };
    links.into_iter().map(joined).collect()
}

/// An address whose topic the catalogue does not have.
#[component]
fn NoTopic() -> impl IntoView {
    let w = use_words(&TOPICS);
    use_title(Signal::derive(move || w().not_here.to_owned()));
    view! {
        <EmptyState icon=IconName::Search title=move || w().not_here why=move || w().not_here_why page=true>
            <LinkButton
                to=Route::Overview
                label=move || crate::i18n::frame::FRAME.in_lang(use_lang()()).to_overview
                kind=ButtonKind::Primary
            />
        </EmptyState>
    }
}
