//! Every kind of chart as the option ECharts gets, and what happens at the edges: nothing, one, many,
//! nobody reported, over the target, long names, dark, patterns, phones.
//!
//! Snapshots are in `tests/snapshots/`; look at a change of one as you would at the picture itself.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::{Value, json};
use so_khoi::charts::blocks::{Block, BlockRow, Blocks, blocks};
use so_khoi::charts::bullet::{Bullet, Bullets, bullets};
use so_khoi::charts::cap::Cap;
use so_khoi::charts::grouped_bars::{Bars, GroupedBars, grouped_bars};
use so_khoi::charts::heat_map::{Head, HeatMap, heat_map};
use so_khoi::charts::lines::{CumulativeLine, Forecast, ProgressLine, Step, cumulative_line, progress_line};
use so_khoi::charts::monthly_columns::{MonthlyColumns, monthly_columns};
use so_khoi::charts::ranked_bars::{Amount, RankedBars, TargetAt, TargetLine, UnitBar, ranked_bars};
use so_khoi::charts::stacked_by_unit::{StackedByUnit, UnitParts, stacked_by_unit};
use so_khoi::charts::stacked_whole::{Part, StackedWhole, stacked_whole};
use so_khoi::charts::{Drawing, Empty, Hue, Look, REST, option};
use so_khoi::i18n::chart::CHART;
use so_khoi::model::number::Percent;
use so_khoi::model::text::Lang;

const LONG: &str = "Đảng bộ Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh";

fn laptop() -> Look {
    Look::new(Lang::Vi, CHART.in_lang(Lang::Vi), 840.0)
}

fn phone() -> Look {
    Look {
        width_px: 328.0,
        ..laptop()
    }
}

/// What a snapshot holds: all that the browser gets.
fn seen(drawing: &Drawing) -> Value {
    json!({
        "size": [drawing.width_px, drawing.height_px],
        "keys": drawing.keys,
        "folded": drawing.folded,
        "option": option(drawing),
    })
}

macro_rules! snapshot {
    ($name:literal, $drawing:expr) => {
        insta::assert_json_snapshot!($name, seen(&$drawing.unwrap()))
    };
}

fn share(part: u64, whole: u64) -> Amount {
    Amount::Share { part, whole }
}

fn unit(key: &str, name: &str, amount: Amount) -> UnitBar {
    UnitBar {
        key: key.into(),
        name: name.into(),
        amount,
    }
}

fn head(name: &str) -> Head {
    Head {
        key: name.to_lowercase(),
        name: name.into(),
    }
}

fn steps(count: usize) -> Vec<Step> {
    (1..=count)
        .map(|n| Step {
            key: format!("2022-{n:02}"),
            label: format!("T{n}"),
        })
        .collect()
}

fn all_studied() -> Option<TargetLine> {
    Some(TargetLine {
        at: TargetAt::Percent(Percent::HUNDRED),
        label: "Chỉ tiêu 100%".into(),
    })
}

fn few() -> RankedBars {
    RankedBars {
        rows: vec![
            unit("yte", "Đảng bộ Sở Y tế", share(45, 46)),
            unit("bql", LONG, share(30, 57)),
            unit("bao", "Chi bộ Báo", Amount::NotReported),
            unit("thue", "Đảng bộ Cục Thuế", share(120, 120)),
        ],
        hue: Hue::Blue,
        target: all_studied(),
    }
}

/// `count` units of which the last `missing` have not reported; the nth has n of 200.
fn many(count: u64, missing: u64) -> RankedBars {
    let rows = (0..count)
        .map(|n| {
            let amount = if n + missing >= count {
                Amount::NotReported
            } else {
                share(n + 1, 200)
            };
            unit(&format!("u{n}"), &format!("Chi bộ {n}"), amount)
        })
        .collect();
    RankedBars {
        rows,
        hue: Hue::Blue,
        target: None,
    }
}

fn grades(counts: [u64; 4], whole: u64) -> StackedWhole {
    let names = ["xuất sắc", "giỏi", "khá", "trung bình"];
    StackedWhole {
        parts: names
            .iter()
            .zip(counts)
            .map(|(name, count)| Part {
                key: (*name).into(),
                name: (*name).into(),
                count,
            })
            .collect(),
        whole,
        remainder: "chưa xếp loại".into(),
        hue: Hue::Blue,
        cap: None,
    }
}

fn admissions() -> CumulativeLine {
    CumulativeLine {
        steps: steps(12),
        hue: Hue::Green,
        name: "Năm 2022".into(),
        actual: [4, 9, 19, 31, 40, 55, 66, 78, 90].map(Some).to_vec(),
        before: Some((
            "Năm 2021".into(),
            [6, 10, 15, 22, 35, 47, 61, 70, 79, 88, 97, 109].map(Some).to_vec(),
        )),
        target: Some(("Chỉ tiêu 130".into(), 130)),
        pace: Some("Tiến độ đều".into()),
        forecast: Some(Forecast {
            label: "Dự báo 120 (112–128)".into(),
            low: 112,
            middle: 120,
            high: 128,
        }),
    }
}

/// All texts of an option, wherever they stand.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn contains(value: &Value, wanted: &str) -> bool {
    texts(value).iter().any(|text| text.contains(wanted))
}

/// The names along the y axis, unbroken.
fn names(drawing: &Drawing) -> Vec<String> {
    option(drawing)["yAxis"]["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().or(name["value"].as_str()).unwrap().replace('\n', " "))
        .collect()
}

#[test]
fn ranked_bars_on_a_laptop_and_a_phone() {
    snapshot!("ranked_bars", ranked_bars(&few(), &laptop()));
    snapshot!("ranked_bars_phone", ranked_bars(&few(), &phone()));
}

#[test]
fn dark_and_patterned_differ_in_colour_alone() {
    let look = Look {
        dark: true,
        patterns: true,
        ..laptop()
    };
    let dark = ranked_bars(&few(), &look).unwrap();
    let light = ranked_bars(&few(), &laptop()).unwrap();
    assert_eq!(
        (dark.height_px, dark.keys.clone()),
        (light.height_px, light.keys.clone())
    );
    insta::assert_json_snapshot!("ranked_bars_dark_patterns", option(&dark)["series"]);
}

#[test]
fn units_stand_from_large_to_small_with_the_missing_last() {
    let drawing = ranked_bars(&few(), &laptop()).unwrap();
    assert_eq!(
        names(&drawing),
        [
            "Đảng bộ Cục Thuế",
            "Đảng bộ Sở Y tế",
            LONG,
            "Chưa báo cáo · 1 đơn vị",
            "Chi bộ Báo"
        ]
    );
    assert_eq!(drawing.keys, ["thue", "yte", "bql", "", "bao"]);
    let option = option(&drawing);
    assert!(contains(&option, "{n|45/46 ·}{p|97,8%}"));
    assert!(contains(&option, "Chỉ tiêu 100%"));
}

#[test]
fn equals_keep_their_official_order() {
    let mut bars = few();
    bars.rows = ["Thứ nhất", "Thứ hai", "Thứ ba"]
        .map(|name| unit(name, name, share(1, 2)))
        .to_vec();
    bars.rows[1].amount = share(2, 4);
    assert_eq!(
        names(&ranked_bars(&bars, &laptop()).unwrap()),
        ["Thứ nhất", "Thứ hai", "Thứ ba"]
    );
}

#[test]
fn long_lists_fold_and_unfold() {
    let drawing = ranked_bars(&many(73, 8), &laptop()).unwrap();
    let shown = names(&drawing);
    assert_eq!(shown.len(), 10 + 1 + 10 + 1);
    assert_eq!(shown[0], "Chi bộ 64");
    assert_eq!(shown[10], "… 45 đơn vị khác");
    assert_eq!(shown[20], "Chi bộ 0");
    assert_eq!(shown[21], "Chưa báo cáo · 8 đơn vị");
    assert_eq!(drawing.folded, 45 + 8);
    assert_eq!((drawing.keys[10].as_str(), drawing.keys[21].as_str()), (REST, REST));
    assert!(contains(&option(&drawing), "từ 5,5% đến 27,5%"));

    let all = ranked_bars(
        &many(73, 8),
        &Look {
            expanded: true,
            ..laptop()
        },
    )
    .unwrap();
    assert_eq!(names(&all).len(), 73 + 1);
    assert_eq!(all.folded, 0);
    let exactly = ranked_bars(&many(25, 0), &laptop()).unwrap();
    assert_eq!((names(&exactly).len(), exactly.folded), (25, 0));
}

#[test]
fn units_that_are_alike_at_an_end_are_folded_and_unfold() {
    let bars = |figures: &[(u64, u64)]| RankedBars {
        rows: figures
            .iter()
            .enumerate()
            .map(|(at, (part, whole))| unit(&format!("u{at}"), &format!("Chi bộ {at}"), share(*part, *whole)))
            .collect(),
        ..few()
    };
    // All alike: three of them stand for the others, whatever their wholes are.
    let all: Vec<(u64, u64)> = (1..=20).map(|whole| (whole, whole)).collect();
    let drawing = ranked_bars(&bars(&all), &laptop()).unwrap();
    assert_eq!(
        names(&drawing),
        ["Chi bộ 0", "Chi bộ 1", "Chi bộ 2", "… 17 đơn vị khác"]
    );
    assert!(contains(&option(&drawing), "đều 100%"));
    assert_eq!(drawing.folded, 17);
    let unfolded = Look {
        expanded: true,
        ..laptop()
    };
    assert_eq!(names(&ranked_bars(&bars(&all), &unfolded).unwrap()).len(), 20);
    // A tail of zeros is one row; what stands between both ends stands as it did.
    let mixed: Vec<(u64, u64)> = [(10, 10); 6]
        .into_iter()
        .chain([(7, 10), (5, 10)])
        .chain([(0, 10); 8])
        .collect();
    let drawing = ranked_bars(&bars(&mixed), &laptop()).unwrap();
    assert_eq!(
        names(&drawing)[3..],
        ["… 3 đơn vị khác", "Chi bộ 6", "Chi bộ 7", "… 8 đơn vị khác"]
    );
    assert_eq!(drawing.folded, 11);
    // Five that are alike are no more than five bars.
    let few = [(10, 10); 5];
    assert_eq!(names(&ranked_bars(&bars(&few), &laptop()).unwrap()).len(), 5);
}

#[test]
fn one_long_name_does_not_make_all_rows_tall() {
    let long = "Đảng bộ Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh";
    let height = |names: &[&str]| {
        let rows = names.iter().enumerate();
        let bars = RankedBars {
            rows: rows
                .map(|(at, name)| unit(&format!("u{at}"), name, share(9 - at as u64, 9)))
                .collect(),
            ..few()
        };
        ranked_bars(&bars, &laptop()).unwrap().height_px
    };
    let short = height(&["Chi bộ A", "Chi bộ B", "Chi bộ C", "Chi bộ D", "Chi bộ E"]);
    let with_one = height(&["Chi bộ A", "Chi bộ B", long, "Chi bộ D", "Chi bộ E"]);
    let with_two = height(&["Chi bộ A", long, long, "Chi bộ D", "Chi bộ E"]);
    assert!(with_one <= short + 5 * 4, "{short} {with_one}");
    assert!(with_two > with_one, "{with_one} {with_two}");
}

#[test]
fn a_projector_shows_fewer_rows_and_nothing_under_24_px() {
    let drawing = ranked_bars(
        &many(73, 0),
        &Look {
            projector: true,
            width_px: 1216.0,
            ..laptop()
        },
    )
    .unwrap();
    assert_eq!(names(&drawing).len(), 11);
    fn sizes(value: &Value, found: &mut Vec<f64>) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, value)| match value.as_f64() {
                Some(size) if name == "fontSize" => found.push(size),
                _ => sizes(value, found),
            }),
            Value::Array(items) => items.iter().for_each(|item| sizes(item, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    sizes(&option(&drawing), &mut found);
    assert!(!found.is_empty() && found.iter().all(|size| *size >= 24.0), "{found:?}");
}

#[test]
fn over_a_hundred_the_axis_goes_on() {
    let mut bars = few();
    bars.rows.push(unit("over", "Chi bộ Vượt", share(66, 60)));
    let option = option(&ranked_bars(&bars, &laptop()).unwrap());
    assert_eq!(option["xAxis"]["max"], json!(110.0));
    assert_eq!(option["xAxis"]["min"], json!(0.0));
    assert!(contains(&option, "110%"));
}

#[test]
fn counts_carry_their_own_targets() {
    let rows = vec![
        unit(
            "a",
            "Đảng bộ Sở Y tế",
            Amount::Count {
                count: 7,
                target: Some(9),
            },
        ),
        unit(
            "b",
            "Chi bộ Báo",
            Amount::Count {
                count: 0,
                target: Some(2),
            },
        ),
        unit("c", "Chi bộ In", Amount::Count { count: 3, target: None }),
    ];
    let bars = RankedBars {
        rows,
        hue: Hue::Green,
        target: None,
    };
    snapshot!("ranked_counts", ranked_bars(&bars, &laptop()));
}

#[test]
fn nothing_to_draw_is_said_not_drawn() {
    let look = laptop();
    let none = RankedBars {
        rows: Vec::new(),
        ..few()
    };
    assert_eq!(ranked_bars(&none, &look).unwrap_err(), Empty::NoRows);
    assert_eq!(ranked_bars(&many(5, 5), &look).unwrap_err(), Empty::NoFigures);
    let nobody = RankedBars {
        rows: vec![unit("a", "A", share(0, 0))],
        ..few()
    };
    assert_eq!(ranked_bars(&nobody, &look).unwrap_err(), Empty::NoFigures);
    assert_eq!(stacked_whole(&grades([0; 4], 0), &look).unwrap_err(), Empty::NoFigures);
    let silent = CumulativeLine {
        actual: vec![None; 12],
        ..admissions()
    };
    assert_eq!(cumulative_line(&silent, &look).unwrap_err(), Empty::NoFigures);
    let endless = CumulativeLine {
        steps: Vec::new(),
        ..admissions()
    };
    assert_eq!(cumulative_line(&endless, &look).unwrap_err(), Empty::NoRows);
    assert_eq!(
        bullets(
            &Bullets {
                rows: Vec::new(),
                target_label: String::new(),
                pace_label: String::new()
            },
            &look
        )
        .unwrap_err(),
        Empty::NoRows
    );
}

#[test]
fn the_whole_of_hoa_binh_2021() {
    let published = grades([1_647, 1_924, 613, 17], 4_201);
    snapshot!("stacked_whole", stacked_whole(&published, &laptop()));
    let option = option(&stacked_whole(&published, &phone()).unwrap());
    for figure in ["1.647 · 39,2%", "1.924 · 45,8%", "613 · 14,6%", "17 · 0,4%"] {
        assert!(contains(&option, figure), "{figure}");
    }
    assert!(!contains(&option, "chưa xếp loại"), "nothing remains");
}

#[test]
fn what_the_parts_do_not_reach_is_a_part_of_its_own() {
    let option = option(&stacked_whole(&grades([10, 20, 5, 5], 50), &laptop()).unwrap());
    assert!(contains(&option, "chưa xếp loại"));
    assert!(contains(&option, "10 · 20%"));
}

/// A limit of a fifth of those in the first two parts.
fn limit() -> Cap {
    Cap {
        share: Percent::from_hundredths(20_00),
        of: vec![0, 1],
        label: "Tối đa 20%".into(),
    }
}

#[test]
fn a_limit_stands_on_the_whole_and_on_each_row() {
    let capped = StackedWhole {
        cap: Some(limit()),
        ..grades([20, 20, 5, 5], 50)
    };
    let drawing = option(&stacked_whole(&capped, &laptop()).unwrap());
    assert!(contains(&drawing, "Tối đa 20%"));
    // 20 % of 40 is 8 of the whole 50: at 16 % of the width.
    let lines = drawing["graphic"].as_array().unwrap().iter();
    let x: Vec<f64> = lines
        .filter(|it| it["type"] == "line")
        .map(|it| it["shape"]["x1"].as_f64().unwrap())
        .collect();
    assert!(
        !x.is_empty() && x.iter().all(|x| *x == (840.0_f64 * 0.16).round()),
        "{x:?}"
    );
    let plain = option(&stacked_whole(&grades([20, 20, 5, 5], 50), &laptop()).unwrap());
    assert!(!contains(&plain, "Tối đa"));

    let row = |key: &str, counts: [u64; 2]| UnitParts {
        key: key.into(),
        name: key.into(),
        counts: Some(counts.to_vec()),
    };
    let rows = StackedByUnit {
        parts: ["xuất sắc", "giỏi"].map(head).to_vec(),
        rows: vec![row("a", [10, 30]), row("b", [0, 7])],
        hue: Hue::Blue,
        cap: Some(limit()),
    };
    let drawing = option(&stacked_by_unit(&rows, &laptop()).unwrap());
    let series = drawing["series"].as_array().unwrap();
    let ticks = series.iter().find(|it| it["type"] == "scatter").unwrap();
    assert_eq!(ticks["data"], json!([[20.0, 0.0], [20.0, 1.0]]));
}

#[test]
fn stacked_by_unit_with_one_missing() {
    let row = |key: &str, counts: Option<[u64; 3]>| UnitParts {
        key: key.into(),
        name: format!("Chi bộ {key}"),
        counts: counts.map(|counts| counts.to_vec()),
    };
    let input = StackedByUnit {
        parts: ["xuất sắc", "giỏi", "khá"].map(head).to_vec(),
        rows: vec![row("a", Some([10, 20, 10])), row("b", None), row("c", Some([30, 9, 1]))],
        hue: Hue::Blue,
        cap: None,
    };
    let drawing = stacked_by_unit(&input, &laptop());
    assert_eq!(drawing.as_ref().unwrap().keys, ["c", "a", "", "b"]);
    snapshot!("stacked_by_unit", drawing);
}

#[test]
fn bullets_with_a_pace() {
    let row = |key: &str, value, target, pace, hue| Bullet {
        key: key.into(),
        name: format!("Chỉ tiêu {key}"),
        value,
        written: None,
        target,
        pace,
        hue,
    };
    let input = Bullets {
        rows: vec![
            row("kết nạp", Some(90), 130, Some(97), Hue::Green),
            row("văn hóa", Some(61), 58, None, Hue::Violet),
            row("kiểm tra", None, 12, Some(9), Hue::Violet),
        ],
        target_label: "Chỉ tiêu".into(),
        pace_label: "mức cần đạt đến 30/9".into(),
    };
    snapshot!("bullets", bullets(&input, &laptop()));
}

#[test]
fn what_is_only_known_by_half_stands_in_place_of_its_bar() {
    let row = |key: &str, value, written: Option<&str>| Bullet {
        key: key.into(),
        name: format!("Năm {key}"),
        value,
        written: written.map(|known| (known.into(), "–".into())),
        target: 20,
        pace: None,
        hue: Hue::Green,
    };
    let input = |rows| Bullets {
        rows,
        target_label: "Số đề ra".into(),
        pace_label: String::new(),
    };
    let both = [row("2021", None, Some("–/20")), row("2022", Some(5), None)];
    let drawing = bullets(&input(both.to_vec()), &phone()).unwrap();
    assert!(contains(&option(&drawing), "–/20"));
    assert!(contains(&option(&drawing), "5/20"));
    assert!(bullets(&input(vec![row("2021", None, None)]), &phone()).is_err());
}

#[test]
fn blocks_hold_what_was_done_and_nothing_else() {
    let row = |name: &str, count| BlockRow {
        of: String::new(),
        key: format!("0|{name}"),
        name: name.into(),
        count,
        hue: Hue::Violet,
    };
    let block = |name: &str, rows| Block {
        name: name.into(),
        rows,
    };
    let input = Blocks {
        blocks: vec![
            block(
                "Ban Thường vụ Đảng ủy Khối",
                vec![row("Kiểm tra: Tổ chức đảng", 5), row("Giám sát: Cấp ủy", 6)],
            ),
            block("Ban Tuyên giáo Đảng ủy Khối", Vec::new()),
            block("Ủy ban kiểm tra đảng ủy cơ sở", vec![row("Giám sát: Cấp ủy", 147)]),
        ],
    };
    let drawing = blocks(&input, &phone());
    let option = option(drawing.as_ref().unwrap());
    assert_eq!(option["yAxis"]["data"].as_array().map(Vec::len), Some(5));
    assert!(!contains(&option, "Ban Tuyên giáo Đảng ủy Khối"));
    snapshot!("blocks_phone", drawing);
    let nothing = Blocks {
        blocks: vec![block("a", vec![row("b", 0)])],
    };
    assert!(blocks(&nothing, &phone()).is_err());
}

#[test]
fn admissions_with_pace_forecast_and_last_year() {
    snapshot!("cumulative_line", cumulative_line(&admissions(), &laptop()));
    let option = option(&cumulative_line(&admissions(), &phone()).unwrap());
    for text in ["Chỉ tiêu", "Tiến độ đều", "Dự báo", "Năm 2021", "90"] {
        assert!(contains(&option, text), "{text}");
    }
}

#[test]
fn one_month_is_a_point_and_a_full_year_needs_no_forecast() {
    let first = CumulativeLine {
        actual: vec![Some(4)],
        ..admissions()
    };
    assert!(cumulative_line(&first, &laptop()).is_ok());
    let year = CumulativeLine {
        actual: (1..=12).map(|month| Some(month * 11)).collect(),
        forecast: None,
        ..admissions()
    };
    assert!(contains(&option(&cumulative_line(&year, &laptop()).unwrap()), "132"));
}

#[test]
fn progress_over_a_drive() {
    let input = ProgressLine {
        steps: steps(10),
        hue: Hue::Blue,
        done: vec![Some(400), Some(1_800), None, Some(3_900)],
        whole: 4_201,
        target: Some(("Chỉ tiêu 100%".into(), Percent::HUNDRED)),
        pace: None,
    };
    snapshot!("progress_line", progress_line(&input, &laptop()));
}

#[test]
fn months_beside_last_year() {
    let input = MonthlyColumns {
        steps: steps(6),
        due: 4,
        now: ("Năm 2022".into(), vec![Some(4), None, Some(0), Some(12)]),
        before: Some(("Năm 2021".into(), [6, 4, 5, 7, 13, 12].map(Some).to_vec())),
        hue: Hue::Green,
    };
    snapshot!("monthly_columns", monthly_columns(&input, &laptop()));
    let alone = MonthlyColumns { before: None, ..input };
    let option = option(&monthly_columns(&alone, &laptop()).unwrap());
    assert!(option["legend"].is_null(), "one series needs no legend");
    assert!(
        contains(&option, "chưa báo cáo"),
        "a past month without a count is said to be missing"
    );
}

#[test]
fn sectors_by_audience() {
    let input = GroupedBars {
        groups: ["Cơ quan hành chính", "Doanh nghiệp"].map(head).to_vec(),
        series: vec![
            Bars {
                name: "đảng viên".into(),
                hue: Hue::Blue,
                amounts: vec![share(300, 310), share(344, 410)],
            },
            Bars {
                name: "quần chúng".into(),
                hue: Hue::Sky,
                amounts: vec![share(240, 310), Amount::NotReported],
            },
        ],
        target: all_studied(),
    };
    snapshot!("grouped_bars", grouped_bars(&input, &laptop()));
}

#[test]
fn units_by_drives() {
    let input = HeatMap {
        columns: ["Nghị quyết XIII", "Kết luận 01"].map(head).to_vec(),
        rows: ["Chi bộ Báo", LONG].map(head).to_vec(),
        cells: vec![
            vec![Some(share(20, 20)), Some(Amount::NotReported)],
            vec![Some(share(30, 57)), None],
        ],
        hue: Hue::Blue,
    };
    snapshot!("heat_map", heat_map(&input, &laptop()));
}

#[test]
fn a_table_too_wide_for_a_phone_asks_for_more_width() {
    let input = HeatMap {
        columns: (1..=12).map(|month| head(&format!("T{month}"))).collect(),
        rows: vec![head(LONG)],
        cells: vec![vec![Some(share(1_234, 1_250)); 12]],
        hue: Hue::Green,
    };
    let drawing = heat_map(&input, &phone()).unwrap();
    assert!(drawing.width_px > 328);
    assert!(drawing.width_px < 1_000);
}

#[test]
fn options_carry_no_script_and_no_markup() {
    let mut bars = few();
    bars.rows[0].name = "function() { alert(1) } {a} <b>{n|x}</b>".into();
    let option = option(&ranked_bars(&bars, &laptop()).unwrap());
    assert_eq!(option["tooltip"]["renderMode"], "richText");
    // The mark by which charming smuggles scripts through JSON.
    assert!(!option.to_string().contains("#*#*#*#"));
    // Tooltips run through ECharts' templates: a brace from a name must not open one.
    let tips: Vec<String> = option["series"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|series| series["data"].as_array().cloned().unwrap_or_default())
        .filter_map(|mark| mark["tooltip"]["formatter"].as_str().map(str::to_owned))
        .collect();
    assert!(tips.iter().any(|tip| tip.contains("alert(1)")));
    assert!(
        tips.iter().all(|tip| !tip.contains("{a}") && !tip.contains("{n|")),
        "{tips:?}"
    );
}

#[test]
fn english_writes_numbers_the_english_way() {
    let look = Look {
        lang: Lang::En,
        words: CHART.in_lang(Lang::En),
        ..laptop()
    };
    let option = option(&ranked_bars(&few(), &look).unwrap());
    assert!(contains(&option, "97.8%"));
    assert!(contains(&option, "not reported"));
}
