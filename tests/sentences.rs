//! The sentence of a target in every place it can stand, from targets set on the demos.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use so_khoi::analysis::Scope;
use so_khoi::analysis::achievement::{Achievement, achievement};
use so_khoi::catalogue::Catalogue;
use so_khoi::demo;
use so_khoi::model::date::Date;
use so_khoi::model::indicator::Comparison;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::number::Percent;
use so_khoi::model::target::{Target, TargetValue};
use so_khoi::model::text::Lang;
use so_khoi::report::sentence::pace::{ForecastFact, PaceFact, forecast, pace};
use so_khoi::report::sentence::status::{Standing, standing_word};
use so_khoi::report::sentence::target::target;

const COUNT: fn(u64) -> TargetValue = TargetValue::Count;

fn percent(hundredths: i64) -> TargetValue {
    TargetValue::Percent(Percent::from_hundredths(hundredths))
}

fn wanted(indicator: &str, period: &str, comparison: Comparison, value: TargetValue) -> Target {
    Target {
        id: "tried".into(),
        unit: "khoi".into(),
        period: period.parse().unwrap(),
        indicator: (!indicator.is_empty()).then(|| indicator.into()),
        label: if indicator.is_empty() {
            "Sinh hoạt chuyên đề".into()
        } else {
            String::new()
        },
        comparison,
        value,
        parent: None,
        relation: None,
        source: None,
        illustrative: true,
        copied_from: None,
    }
}

/// What a target set on a demo comes to, in a sentence and in the word beside its icon.
fn say(demo: &str, lang: Lang, target_set: Target) -> (String, Standing) {
    let ledger = Ledger::from_records(&demo::load(demo).unwrap().records);
    let catalogue = Catalogue::built_in().unwrap();
    let found = judged(&ledger, &catalogue, &target_set);
    (target(lang, &found, &catalogue, &ledger), Standing::of(&found))
}

fn judged(ledger: &Ledger, catalogue: &Catalogue, target_set: &Target) -> Achievement {
    let scope = Scope::whole(ledger, catalogue, Date::new(2030, 1, 1).unwrap());
    achievement(&scope, target_set)
}

fn in_2022(indicator: &str, comparison: Comparison, value: TargetValue) -> (String, Standing) {
    say("hoa-binh-2022", Lang::Vi, wanted(indicator, "2022", comparison, value))
}

#[test]
fn counts_met_short_over_and_limited() {
    use Comparison::{AtLeast, AtMost, MoreThan};
    let (text, standing) = in_2022("transferred", AtLeast, COUNT(116));
    assert_eq!(text, "Chuyển đảng chính thức: 116/116, đạt 100%; đủ chỉ tiêu");
    assert_eq!(standing, Standing::Met);
    let (text, standing) = in_2022("transferred", AtLeast, COUNT(100));
    assert_eq!(text, "Chuyển đảng chính thức: 116/100, đạt 116%; vượt chỉ tiêu 16");
    assert_eq!(standing, Standing::Exceeded);
    let (text, standing) = in_2022("transferred", MoreThan, COUNT(116));
    assert_eq!(text, "Chuyển đảng chính thức: 116/116, đạt 100%; còn thiếu 1");
    assert_eq!(standing, Standing::OnTrack);
    let (text, standing) = in_2022("transferred", AtLeast, COUNT(400));
    assert!(text.ends_with("; còn thiếu 284"), "{text}");
    assert_eq!(standing_word(Lang::Vi, standing), "Chậm tiến độ");
    let (text, _) = in_2022("discipline_members", AtMost, COUNT(10));
    assert!(text.ends_with("; trong mức cho phép"), "{text}");
    let (text, _) = in_2022("discipline_members", AtMost, COUNT(5));
    assert!(text.ends_with("; quá 1"), "{text}");
}

#[test]
fn percentages_name_part_whole_and_target() {
    let of_drive = |indicator, value| {
        let set = wanted(indicator, "drive:dai-hoi-xiii", Comparison::AtLeast, value);
        say("hoa-binh-2021", Lang::Vi, set)
    };
    let (text, standing) = of_drive("participation_members", percent(100_00));
    assert_eq!(text, "4.201/4.201 đảng viên tham gia học tập, đạt 100%, đúng chỉ tiêu");
    assert_eq!(standing, Standing::Met);
    let (text, standing) = of_drive("grade_excellent", percent(50_00));
    assert_eq!(
        text,
        "1.647/4.201 bài thu hoạch loại xuất sắc, đạt 39,2%, còn thiếu 454 để đạt chỉ tiêu 50%"
    );
    assert_eq!(standing, Standing::NotMet);
    let (text, _) = of_drive("plans", percent(90_00));
    assert_eq!(
        text,
        "73/73 đơn vị xây dựng kế hoạch học tập, đạt 100%, vượt chỉ tiêu 90%"
    );
}

#[test]
fn what_cannot_be_judged_says_why() {
    let (text, standing) = in_2022("", Comparison::AtLeast, percent(100_00));
    assert_eq!(text, "Sinh hoạt chuyên đề: 100%; chưa có chỉ số để tính");
    assert_eq!(standing, Standing::NoFigures);
    let (text, standing) = say(
        "hoa-binh-2022",
        Lang::En,
        wanted("admitted", "2023", Comparison::AtLeast, COUNT(130)),
    );
    assert_eq!(text, "Admissions: at least 130; not yet due");
    assert_eq!(standing, Standing::Ahead);
    let (text, _) = in_2022("supervised_members", Comparison::AtLeast, percent(5_00));
    assert!(text.ends_with("; chỉ số này không tính được tỷ lệ"), "{text}");
    let (text, standing) = say(
        "hoa-binh-2021",
        Lang::Vi,
        wanted("admitted", "2021", Comparison::AtLeast, COUNT(100)),
    );
    assert_eq!(text, "Kết nạp đảng viên: từ 100 trở lên; chưa đơn vị nào báo cáo");
    assert_eq!(standing, Standing::NoFigures);
}

#[test]
fn pace_and_forecast_of_the_year() {
    let ledger = Ledger::from_records(&demo::load("hoa-binh-2022").unwrap().records);
    let catalogue = Catalogue::built_in().unwrap();
    let found = judged(
        &ledger,
        &catalogue,
        &wanted("admitted", "2022", Comparison::AtLeast, COUNT(130)),
    );
    assert_eq!(
        pace(Lang::Vi, &PaceFact::of(found.pace.as_ref().unwrap())),
        "Cần 1,7 mỗi tuần để đạt; chia đều theo thời gian thì đến nay cần 117, đã được 121"
    );
    let fact = found
        .forecast
        .map(|found_forecast| ForecastFact::of(&found_forecast, found.goal));
    let text = forecast(Lang::Vi, fact);
    assert!(text.starts_with("Với nhịp hiện nay, cuối kỳ ước được 1"), "{text}");
    assert!(text.contains("chỉ tiêu 130"), "{text}");
}
