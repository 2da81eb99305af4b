//! The slide that is looked at: what it shows, and what can be changed of it.

use super::deck::DeckView;
use super::preview::Preview;
use super::typed::Typed;
use crate::exhibit::Exhibit;
use crate::exhibit::subject::Subject;
use crate::i18n::decks::{DECKS, slide_of};
use crate::model::deck::{Form, Slide};
use crate::model::id::{SectorId, SlideId};
use crate::model::period::Period;
use crate::report::period_name::period_title;
use crate::state::choices::period_choices;
use crate::state::decks::change_slide;
use crate::state::preferences::use_words;
use crate::ui::button::{Button, ButtonKind, IconButton};
use crate::ui::field::SelectField;
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::segmented::Segmented;
use crate::ui::text_area::TextArea;
use leptos::prelude::*;

/// A slide as the parts of its panel read it. Cheap to copy.
#[derive(Clone, Copy)]
struct SlideView {
    deck: DeckView,
    id: StoredValue<SlideId>,
}

impl SlideView {
    fn read<T: Default>(self, read: impl FnOnce(&Slide, Option<&Exhibit>) -> T) -> T {
        let id = self.id.get_value();
        self.deck.slide(&id, read)
    }

    /// A text of the slide.
    fn text(self, of: fn(&Slide) -> &str) -> Signal<String> {
        Signal::derive(move || self.read(|slide, _| of(slide).to_owned()))
    }

    fn change(self, change: impl FnOnce(&mut Slide)) {
        let deck = self
            .deck
            .deck
            .with_untracked(|deck| deck.as_ref().map(|deck| deck.id.clone()));
        if let Some(deck) = deck {
            change_slide(self.deck.lens.workspace(), &deck, &self.id.get_value(), change);
        }
    }

    fn subject(self) -> Option<Subject> {
        self.read(|slide, _| slide.subject.parse().ok())
    }

    fn change_subject(self, change: impl FnOnce(&mut Subject)) {
        if let Some(mut subject) = untrack(|| self.subject()) {
            change(&mut subject);
            self.change(|slide| slide.subject = subject.to_string());
        }
    }
}

/// The panel of one slide.
#[component]
pub fn OneSlide(
    /// The deck.
    view: DeckView,
    /// The slide.
    id: SlideId,
) -> impl IntoView {
    let w = use_words(&DECKS);
    let slide = SlideView {
        deck: view,
        id: StoredValue::new(id),
    };
    let place = Memo::new(move |_| slide.id.with_value(|id| view.place_of(id)));
    let go = move |by: isize| {
        let next = place.get_untracked().0.checked_add_signed(by);
        let next = next.and_then(|next| view.order.with_untracked(|order| order.get(next).cloned()));
        if let Some(next) = next {
            view.choose(Some(&next));
        }
    };
    let of_figures = Memo::new(move |_| slide.read(|slide, _| !slide.subject.is_empty()));
    view! {
        <section class="one-slide" aria-labelledby="one-slide">
            <header class="one-slide__head">
                <span class="one-slide__back">
                    <Button
                        label=move || w().to_slides
                        icon=IconName::Back
                        kind=ButtonKind::Quiet
                        on_press=move || view.choose(None)
                    />
                </span>
                <h2 id="one-slide" class="one-slide__place" tabindex="-1">
                    {move || {
                        let (at, of) = place.get();
                        slide_of(view.lang.get(), at + 1, of)
                    }}
                </h2>
                <IconButton
                    icon=IconName::Back
                    label=move || w().previous
                    disabled=Signal::derive(move || place.get().0 == 0)
                    on_press=move || go(-1)
                />
                <IconButton
                    icon=IconName::Forward
                    label=move || w().next
                    disabled=Signal::derive(move || place.with(|(at, of)| at + 1 >= *of))
                    on_press=move || go(1)
                />
            </header>
            <Preview view id=slide.id/>
            {move || match of_figures.get() {
                true => view! { <FiguresForm slide/> }.into_any(),
                false => view! { <WordsForm slide/> }.into_any(),
            }}
            <TypedArea slide label=move || w().notes help=move || w().notes_help of=|slide| &mut slide.notes read=|slide| &slide.notes rows=4/>
        </section>
    }
}

/// A field of several lines over a text of the slide.
#[component]
fn TypedArea(
    slide: SlideView,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] help: Signal<String>,
    #[prop(optional, into)] placeholder: Signal<String>,
    of: fn(&mut Slide) -> &mut String,
    read: fn(&Slide) -> &str,
    rows: u32,
) -> impl IntoView {
    let typed = Typed::over(slide.text(read), move |text| slide.change(|slide| *of(slide) = text));
    view! {
        <div on:focusout=move |_| typed.keep_now()>
            <TextArea label help placeholder value=typed.text on_change=move |text: String| typed.take(text) rows optional=true/>
        </div>
    }
}

#[component]
fn WordsForm(slide: SlideView) -> impl IntoView {
    let w = use_words(&DECKS);
    view! {
        <TypedArea slide label=move || w().own_headline help="" of=|slide| &mut slide.headline read=|slide| &slide.headline rows=2/>
        <TypedArea slide label=move || w().text help=move || w().text_help of=|slide| &mut slide.text read=|slide| &slide.text rows=6/>
    }
}

/// What is to be said of a slide of figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Trouble {
    #[default]
    None,
    /// There are no such figures.
    Unknown,
    /// There is no chart of them.
    NoChart,
}

#[component]
fn FiguresForm(slide: SlideView) -> impl IntoView {
    let w = use_words(&DECKS);
    let view = slide.deck;
    let forms = Signal::derive(move || {
        vec![
            Choice::new("chart", w().chart),
            Choice::new("table", w().table),
            Choice::new("missing", w().missing),
        ]
    });
    let form = Signal::derive(move || {
        slide.read(|slide, _| {
            match slide.form {
                Form::Chart => "chart",
                Form::Table => "table",
                Form::Missing => "missing",
            }
            .to_owned()
        })
    });
    let choose = move |name: String| {
        let form = match name.as_str() {
            "table" => Form::Table,
            "missing" => Form::Missing,
            _ => Form::Chart,
        };
        slide.change(|slide| slide.form = form);
    };
    let subject = Memo::new(move |_| slide.subject());
    let periods = Memo::new(move |_| {
        let now = subject.with(|subject| subject.as_ref().map(|subject| subject.period.clone()));
        let (lang, today) = (view.lang.get(), view.lens.device_today());
        view.lens.ledger(|ledger| {
            let mut offered = period_choices(ledger, today);
            match now {
                // A drive's figures are of its own days.
                None | Some(Period::Drive(_)) => return Vec::new(),
                Some(now) if !offered.contains(&now) => offered.insert(0, now),
                Some(_) => {}
            }
            let choice = |period: Period| Choice::new(period.to_string(), period_title(lang, &period, ledger));
            offered.into_iter().map(choice).collect()
        })
    });
    let period = Signal::derive(move || {
        subject.with(|subject| {
            subject
                .as_ref()
                .map(|subject| subject.period.to_string())
                .unwrap_or_default()
        })
    });
    let sectors = Memo::new(move |_| {
        let lang = view.lang.get();
        let all = Choice::new("", w().all_sectors);
        view.lens.ledger(|ledger| {
            let sectors = ledger.sectors.iter();
            let sectors = sectors.map(|sector| Choice::new(sector.id.as_str(), sector.label.in_lang(lang)));
            std::iter::once(all).chain(sectors).collect::<Vec<_>>()
        })
    });
    let sector = Signal::derive(move || {
        let sector = subject.with(|subject| subject.as_ref().and_then(|subject| subject.sector.clone()));
        sector.map(|sector| sector.to_string()).unwrap_or_default()
    });
    let some = |choices: Memo<Vec<Choice>>, least: usize| Memo::new(move |_| choices.with(Vec::len) > least);
    let (some_periods, some_sectors) = (some(periods, 0), some(sectors, 1));
    let trouble = Memo::new(move |_| {
        slide.read(|slide, exhibit| match exhibit {
            None => Trouble::Unknown,
            Some(exhibit) if slide.form == Form::Chart && exhibit.shape.is_none() => Trouble::NoChart,
            Some(_) => Trouble::None,
        })
    });
    let finding = Signal::derive(move || {
        slide.read(|_, exhibit| exhibit.map(|exhibit| exhibit.finding.clone()).unwrap_or_default())
    });
    view! {
        <div class="one-slide__form">
            <Segmented label=move || w().form choices=forms value=form on_change=choose/>
            {move || match trouble.get() {
                Trouble::Unknown => view! { <p class="muted small">{move || w().unknown_why}</p> }.into_any(),
                Trouble::NoChart => view! { <p class="muted small">{move || w().no_chart}</p> }.into_any(),
                Trouble::None => ().into_any(),
            }}
        </div>
        <div class="form__row">
            {move || {
                some_periods
                    .get()
                    .then(|| {
                        view! {
                            <SelectField
                                label=move || w().period
                                choices=periods
                                value=period
                                on_change=move |text: String| {
                                    if let Ok(period) = text.parse() {
                                        slide.change_subject(|subject| subject.period = period);
                                    }
                                }
                            />
                        }
                    })
            }}
            {move || {
                some_sectors
                    .get()
                    .then(|| {
                        view! {
                            <SelectField
                                label=move || w().sector
                                choices=sectors
                                value=sector
                                on_change=move |id: String| {
                                    slide
                                        .change_subject(|subject| {
                                            subject.sector = (!id.is_empty()).then(|| SectorId::new(&id));
                                        });
                                }
                            />
                        }
                    })
            }}
        </div>
        <TypedArea
            slide
            label=move || w().headline
            help=move || w().headline_help
            placeholder=finding
            of=|slide| &mut slide.headline
            read=|slide| &slide.headline
            rows=2
        />
    }
}
