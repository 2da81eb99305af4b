//! What is open, in its groups, and what was explained, folded away.

use super::explain::Explaining;
use super::explainable::ExplainableLine;
use super::late::LateLine;
use crate::analysis::rules::Finding;
use crate::i18n::findings::{FINDINGS, explained, group, more};
use crate::i18n::ui::UI;
use crate::pages::findings::figures::{By, Figures, Group, Heading, Point, grouped};
use crate::report::sentence::from_analysis::unit_name;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::Button;
use crate::ui::disclosure::Disclosure;
use crate::ui::finding::severity_word;
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::page_head::Section;
use crate::ui::segmented::Segmented;
use leptos::prelude::*;

/// Lines shown at first, and further ones at each press.
const PAGE: usize = 200;

/// What is open.
#[component]
pub fn OpenSection(
    /// The findings.
    figures: Memo<Figures>,
    /// What the page looks through.
    lens: Lens,
    /// Opens the form of an explanation.
    form: Explaining,
) -> impl IntoView {
    let w = use_words(&FINDINGS);
    let ui = use_words(&UI);
    let lang = use_lang();
    let by = lens.router().filter("by");
    let limit = RwSignal::new(PAGE);
    let some = Memo::new(move |_| figures.with(|figures| figures.points() > 0));
    let groups = Memo::new(move |_| {
        let by = By::of(&by.get());
        lens.ledger(|ledger| figures.with(|figures| grouped(ledger, figures, by, limit.get())))
    });
    let heading = move |of: &Group| {
        let name = match &of.heading {
            Heading::Severity(severity) => severity_word(ui(), *severity).to_owned(),
            Heading::Late => w().late.to_owned(),
            Heading::Unit(unit) => lens.ledger(|ledger| unit_name(ledger, unit)),
        };
        group(lang(), &name, of.size)
    };
    let line = move |finding: Finding| view! { <ExplainableLine finding lens form/> }.into_any();
    let group_view = move |of: Group| {
        let name = heading(&of);
        let of_unit = matches!(of.heading, Heading::Unit(_));
        let line = move |point: Point| match point {
            Point::Finding(finding) => line(finding),
            Point::Late(late) => view! { <LateLine late lens of_unit/> }.into_any(),
        };
        view! {
            <div class="findings__group">
                <h3>{name}</h3>
                <ul class="findings">{of.shown.into_iter().map(line).collect_view()}</ul>
            </div>
        }
        .into_any()
    };
    let choices = Signal::derive(move || {
        vec![
            Choice::new(By::Severity.id(), w().by_severity),
            Choice::new(By::Unit.id(), w().by_unit),
        ]
    });
    let choose = move |id: String| {
        let id = if By::of(&id) == By::Severity { String::new() } else { id };
        lens.router().set_filter("by", &id);
    };
    let actions = move || {
        view! {
            <Segmented
                label=move || w().by
                choices
                value=Signal::derive(move || By::of(&by.get()).id().to_owned())
                on_change=choose
            />
        }
        .into_any()
    };
    move || {
        if some.get() {
            view! {
                <Section title=move || w().open actions>
                    {move || groups.get().0.into_iter().map(group_view).collect_view()}
                    {move || {
                        let hidden = groups.with(|(_, hidden)| *hidden);
                        (hidden > 0)
                            .then(|| {
                                view! {
                                    <div class="row">
                                        <Button
                                            label=move || more(lang(), hidden)
                                            icon=IconName::Down
                                            on_press=move |()| limit.update(|limit| *limit += PAGE)
                                        />
                                    </div>
                                }
                            })
                    }}
                </Section>
            }
            .into_any()
        } else {
            // The heading has said that nothing is open.
            let why = move || {
                figures.with(|figures| match (figures.is_unchecked(), figures.explained.is_empty()) {
                    (true, _) => w().unchecked_why,
                    (false, true) => w().none_why,
                    (false, false) => "",
                })
            };
            view! { <p class="muted">{why}</p> }.into_any()
        }
    }
}

/// What was explained, folded away; nothing where nothing was.
#[component]
pub fn ExplainedSection(
    /// The findings.
    figures: Memo<Figures>,
    /// What the page looks through.
    lens: Lens,
    /// Opens the form of an explanation.
    form: Explaining,
) -> impl IntoView {
    let lang = use_lang();
    let count = Memo::new(move |_| figures.with(|figures| figures.explained.len()));
    let limit = RwSignal::new(PAGE);
    let line = move |finding: Finding| view! { <ExplainableLine finding lens form/> }.into_any();
    let lines = move || {
        let shown: Vec<Finding> = figures.with(|figures| figures.explained.iter().take(limit.get()).cloned().collect());
        shown.into_iter().map(line).collect_view()
    };
    let some = Memo::new(move |_| count.get() > 0);
    move || {
        some.get().then(|| {
            view! {
                <section class="section">
                    <Disclosure label=move || explained(lang(), count.get())>
                        <ul class="findings">{lines}</ul>
                        {move || {
                            let hidden = count.get().saturating_sub(limit.get());
                            (hidden > 0)
                                .then(|| {
                                    view! {
                                        <Button
                                            label=move || more(lang(), hidden)
                                            icon=IconName::Down
                                            on_press=move |()| limit.update(|limit| *limit += PAGE)
                                        />
                                    }
                                })
                        }}
                    </Disclosure>
                </section>
            }
        })
    }
}
