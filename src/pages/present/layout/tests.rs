#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;
use crate::analysis::Scope;
use crate::catalogue::Catalogue;
use crate::exhibit::ready::purposes;
use crate::i18n::chart::CHART;
use crate::model::deck::Slide;
use crate::model::ledger::Ledger;
use crate::pages::present::frozen::{Frozen, freeze, tests::source};
use crate::pages::present::ready::{READY, ready};
use crate::pages::present::stage::Preset;

const SCREENS: [(u32, u32); 4] = [(1024, 768), (1366, 768), (1920, 1080), (1600, 1200)];

fn drawn() -> Drawn {
    Drawn {
        lang: Lang::Vi,
        words: CHART.in_lang(Lang::Vi),
        dark: false,
        patterns: false,
    }
}

fn stage((width, height): (u32, u32)) -> Stage {
    Stage {
        width,
        height,
        preset: Preset::Projector,
    }
}

fn frozen() -> Frozen {
    let ledger = Ledger::from_records(&crate::demo::load("hoa-binh-2022").unwrap().records);
    let catalogue = Catalogue::built_in().unwrap();
    let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
    freeze(&scope, Lang::Vi, &source(), 7)
}

#[test]
fn nothing_is_cut_on_any_screen_whatever_is_shown() {
    let frozen = frozen();
    for screen in SCREENS {
        for slide in &frozen.slides {
            for form in [Form::Chart, Form::Table, Form::Missing] {
                let mut slide = slide.clone();
                slide.slide.form = form;
                let layout = Layout::of(&slide, &frozen.bloc, stage(screen), drawn());
                assert!(!layout.is_cut(), "{screen:?} {:?} {form:?}", slide.id);
                assert!(layout.room.1 > 300.0, "{layout:?}");
            }
        }
    }
}

#[test]
fn every_ready_deck_fits_every_screen() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut cut = Vec::new();
    for (demo, period) in [
        ("hoa-binh-2021", "2021"),
        ("hoa-binh-2022", "2022"),
        ("agencies-2023", "2022"),
    ] {
        let ledger = Ledger::from_records(&crate::demo::load(demo).unwrap().records);
        let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
        for (purpose, lang) in purposes()
            .iter()
            .flat_map(|purpose| [(purpose, Lang::Vi), (purpose, Lang::En)])
        {
            let deck = format!("{READY}{}", purpose.id);
            let source = ready(&scope, lang, &deck, &period.parse().unwrap()).unwrap();
            let frozen = freeze(&scope, lang, &source, 7);
            for slide in &frozen.slides {
                for screen in SCREENS {
                    if Layout::of(slide, &frozen.bloc, stage(screen), drawn()).is_cut() {
                        cut.push(format!("{demo} {deck} {lang:?} {screen:?}: {}", slide.headline()));
                    }
                }
            }
        }
    }
    assert_eq!(cut, Vec::<String>::new());
}

#[test]
fn a_long_table_goes_on_over_pages_and_loses_no_row() {
    let mut slide = frozen().slides[1].clone();
    slide.slide.form = Form::Table;
    for screen in SCREENS {
        let layout = Layout::of(&slide, "Khối", stage(screen), drawn());
        let rows = |page: &Page| match page {
            Page::Table(page) => page.table.rows.len(),
            _ => panic!("{page:?}"),
        };
        assert!(layout.pages.len() > 3);
        // The 72 units and the row of the whole bloc.
        assert_eq!(layout.pages.iter().map(rows).sum::<usize>(), 73);
    }
}

#[test]
fn the_foot_breaks_between_its_parts() {
    let parts: Vec<String> = ["Năm 2022", "72/72 đơn vị đã báo cáo", "đến 30/11/2022"]
        .map(str::to_owned)
        .to_vec();
    let width = |text: &str| lettering::width(text, 24.0) + 24.0 * DOT;
    let all: f64 = parts.iter().map(|part| width(part)).sum();
    assert_eq!(lines_of_parts(&parts, 24.0, all + 1.0), 1);
    assert_eq!(lines_of_parts(&parts, 24.0, all - 1.0), 2);
    assert_eq!(lines_of_parts(&parts, 24.0, width(&parts[1]) + 1.0), 3);
    assert_eq!(
        lines_of_parts(&[parts[1].repeat(9)], 24.0, 400.0),
        wrapped(&parts[1].repeat(9), 24.0, 400.0 - 24.0 * DOT, false)
    );
}

#[test]
fn a_hundred_and_thirty_names_stand_in_columns() {
    let name = |at: usize| format!("Đảng bộ Ban Quản lý dự án đầu tư xây dựng các công trình giao thông số {at}");
    let names: Vec<String> = (1..=130).map(name).collect();
    for screen in SCREENS {
        let sizes = stage(screen).sizes();
        let layout = Layout::empty("", "130 đơn vị chưa báo cáo", &[], stage(screen), &sizes);
        let pages = layout.names(&names, &sizes);
        let counted = |page: &Page| match page {
            Page::Names(columns) => columns.iter().map(Vec::len).sum::<usize>(),
            _ => 0,
        };
        assert_eq!(pages.iter().map(counted).sum::<usize>(), 130);
    }
}

#[test]
fn a_long_headline_is_set_smaller_and_a_short_one_is_not() {
    let words = |headline: &str| FrozenSlide {
        id: "s".into(),
        slide: Slide {
            headline: headline.to_owned(),
            text: "Một\nHai".to_owned(),
            ..Slide::default()
        },
        exhibit: None,
        opening: None,
    };
    let size = |headline: &str| Layout::of(&words(headline), "", stage((1366, 768)), drawn()).headline_px;
    // Half as large again as beside figures.
    assert_eq!(size("Còn 9 đảng viên nữa là đủ"), 66.0);
    assert!(size(&"Còn thiếu nhiều đảng viên ở các chi bộ ".repeat(4)) < 40.0);
}
