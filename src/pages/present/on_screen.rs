//! What a window shows of a frozen deck: how its slides stand on the screen, and which of them is seen.

use super::behind::behind_mark;
use super::frozen::Frozen;
use super::layout::{Drawn, Layout, foot_parts};
use super::show::Show;
use super::slide::Shown;
use super::stage::{Preset, Stage};
use crate::exhibit::Behind;
use crate::i18n::chart::CHART;
use crate::model::text::Lang;
use crate::state::preferences::Preferences;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How charts are drawn for a preset.
pub fn drawn(lang: Lang, preset: Preset, preferences: Preferences) -> Drawn {
    Drawn {
        lang,
        words: CHART.in_lang(lang),
        dark: match preset {
            Preset::Projector => false,
            Preset::DarkRoom => true,
            Preset::Near => preferences.is_dark(),
        },
        patterns: preferences.patterns.get(),
    }
}

/// In how many steps what was cut was made smaller: slides, and what is behind their marks.
pub type Tightened = BTreeMap<(usize, Option<String>), u8>;

/// How every slide of a deck stands on a screen.
pub fn layouts_of(frozen: &Frozen, stage: Stage, drawn: Drawn, tightened: &Tightened) -> Vec<Arc<Layout>> {
    let layout = |(at, slide)| {
        let tight = tightened.get(&(at, None)).copied().unwrap_or_default();
        Arc::new(Layout::tightened(slide, &frozen.bloc, stage, drawn, tight))
    };
    frozen.slides.iter().enumerate().map(layout).collect()
}

/// What is behind a mark, on a screen.
pub fn behind_of(
    frozen: &Frozen,
    at: usize,
    key: &str,
    stage: Stage,
    tightened: &Tightened,
) -> Option<(Behind, Layout)> {
    let slide = frozen.slides.get(at)?;
    let behind = behind_mark(slide.exhibit.as_ref()?, key)?;
    let foot = foot_parts(slide, &frozen.bloc);
    let tight = tightened.get(&(at, Some(key.to_owned()))).copied().unwrap_or_default();
    let layout = Layout::of_table(slide.headline(), &behind.title, &behind.table, &foot, stage, tight);
    Some((behind, layout))
}

/// What a window shows of a deck, by where the presentation is.
pub fn shown(
    frozen: &Arc<Frozen>,
    layouts: &[Arc<Layout>],
    show: &Show,
    (stage, dark): (Stage, bool),
    tightened: &Tightened,
) -> Option<Shown> {
    let found = show
        .behind
        .as_ref()
        .and_then(|key| behind_of(frozen, show.slide, key, stage, tightened));
    let (behind, mark, layout) = match found {
        Some((behind, layout)) => (Some(behind.title), show.behind.clone(), Arc::new(layout)),
        None => (None, None, layouts.get(show.slide)?.clone()),
    };
    Some(Shown {
        frozen: frozen.clone(),
        slide: show.slide,
        page: show.page.min(layout.pages.len().saturating_sub(1)),
        layout,
        behind,
        mark,
        stage,
        dark,
    })
}
