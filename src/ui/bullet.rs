//! Bars in the text: a value against its target, a count against its whole.

use leptos::prelude::*;

use super::badge::Tone;
use crate::i18n::ui::bullet_label;
use crate::state::preferences::use_lang;

/// What a bullet bar draws: shares of its whole length, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BulletBar {
    /// How far the bar reaches.
    pub value: f64,
    /// Where the target stands.
    pub target: Option<f64>,
}

impl BulletBar {
    /// A bar whose length is the larger of value and target, with a little room behind it, so that an exceeded
    /// target stays visible inside.
    pub fn scaled(value: f64, target: f64) -> Self {
        let whole = if value > target { value * 1.04 } else { target };
        let share = |part: f64| if whole > 0.0 { part / whole } else { 0.0 };
        Self {
            value: share(value),
            target: Some(share(target)),
        }
    }

    /// A bar of a part of a whole (a rate), with a target rate if there is one.
    pub const fn of_whole(value: f64, target: Option<f64>) -> Self {
        Self { value, target }
    }
}

/// A width or position in percent, kept within the bar.
fn percent(share: f64) -> String {
    // Whole numbers: what writes a float weighs more than the bar.
    let hundredths = (share.clamp(0.0, 1.0) * 10_000.0).round() as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// A value against its target: a filled bar and an ink mark. The figures stand beside it in words.
#[component]
pub fn Bullet(
    /// What is measured; read out.
    #[prop(into)]
    label: Signal<String>,
    /// The value, written.
    #[prop(into)]
    value: Signal<String>,
    /// The target, written.
    #[prop(optional, into)]
    target: Signal<Option<String>>,
    /// The bar.
    #[prop(into)]
    bar: Signal<BulletBar>,
    /// Its colour.
    #[prop(optional, into)]
    tone: Signal<Tone>,
) -> impl IntoView {
    let lang = use_lang();
    let sentence = move || bullet_label(lang(), &label.get(), &value.get(), target.get().as_deref());
    view! {
        <div class=move || format!("bullet {}", tone.get().class()) role="img" aria-label=sentence>
            <div class="bullet__track">
                <div class="bullet__fill" style:inline-size=move || percent(bar.get().value)></div>
            </div>
            {move || {
                bar.get()
                    .target
                    .map(|target| {
                        view! { <div class="bullet__target" style:inset-inline-start=percent(target)></div> }
                    })
            }}
        </div>
    }
}

/// How much of a known amount is done: "8/12 ô". `label` names what is counted.
#[component]
pub fn ProgressBar(
    /// What is counted; read out, and not shown.
    #[prop(into)]
    label: Signal<String>,
    /// Done.
    #[prop(into)]
    done: Signal<u32>,
    /// Of how many.
    #[prop(into)]
    whole: Signal<u32>,
    /// The figures in words, shown beside the bar and read out.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let share = move || match whole.get() {
        0 => 0.0,
        whole => f64::from(done.get()) / f64::from(whole),
    };
    view! {
        <div class="progress">
            <div
                class="progress__track"
                role="progressbar"
                aria-label=label
                aria-valuemin="0"
                aria-valuemax=move || whole.get().to_string()
                aria-valuenow=move || done.get().to_string()
                aria-valuetext=text
            >
                <div class="progress__fill" style:inline-size=move || percent(share())></div>
            </div>
            <span class="progress__text" aria-hidden="true">
                {text}
            </span>
        </div>
    }
}
