//! Names as offices write them, told to be the same: case, spacing, Unicode form, marks, and the usual abbreviations
//! ("ĐU Sở GD&ĐT" is "Đảng ủy Sở Giáo dục và Đào tạo").

use crate::exchange::name_list::kind_of;
use crate::model::fold::fold;
use crate::model::id::UnitId;
use crate::model::unit::{Unit, UnitKind};
use std::collections::{BTreeSet, HashMap};

/// Abbreviations, folded, with what they stand for. None has the word "và", which [`normal`] leaves out.
const ABBREVIATIONS: [(&str, &str); 43] = [
    ("dbcs", "dang bo co so"),
    ("cbcs", "chi bo co so"),
    ("dbbp", "dang bo bo phan"),
    ("cbtt", "chi bo truc thuoc"),
    ("du", "dang uy"),
    ("db", "dang bo"),
    ("cb", "chi bo"),
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("ubmttq", "uy ban mat tran to quoc"),
    ("mttq", "mat tran to quoc"),
    ("vp", "van phong"),
    ("bv", "benh vien"),
    ("cty", "cong ty"),
    ("ct", "cong ty"),
    ("tnhh", "trach nhiem huu han"),
    ("mtv", "mot thanh vien"),
    ("cp", "co phan"),
    ("cd", "cao dang"),
    ("dh", "dai hoc"),
    ("thpt", "trung hoc pho thong"),
    ("bhxh", "bao hiem xa hoi"),
    ("nhnn", "ngan hang nha nuoc"),
    ("ldld", "lien doan lao dong"),
    ("ccb", "cuu chien binh"),
    ("lhpn", "lien hiep phu nu"),
    ("tn mt", "tai nguyen moi truong"),
    ("tnmt", "tai nguyen moi truong"),
    ("gd dt", "giao duc dao tao"),
    ("gddt", "giao duc dao tao"),
    ("kh cn", "khoa hoc cong nghe"),
    ("khcn", "khoa hoc cong nghe"),
    ("kh dt", "ke hoach dau tu"),
    ("khdt", "ke hoach dau tu"),
    ("nn ptnt", "nong nghiep phat trien nong thon"),
    ("nnptnt", "nong nghiep phat trien nong thon"),
    ("tt tt", "thong tin truyen thong"),
    ("tttt", "thong tin truyen thong"),
    ("vh tt dl", "van hoa the thao du lich"),
    ("vhttdl", "van hoa the thao du lich"),
    ("ld tb xh", "lao dong thuong binh xa hoi"),
    ("ldtbxh", "lao dong thuong binh xa hoi"),
    ("gtvt", "giao thong van tai"),
];

/// Words that an abbreviation would be found in, and how they are kept from it.
const TOURISM: &str = " du lich ";
const TOURISM_KEPT: &str = " du-lich ";

/// What a party organisation's name begins with, folded; the longer ones first.
const KINDS: [&str; 8] = [
    "dang bo bo phan",
    "chi bo truc thuoc",
    "dang bo co so",
    "chi bo co so",
    "dang uy",
    "dang bo",
    "chi bo",
    "chi uy",
];

/// A name in one form: folded, abbreviations written out, punctuation and "và" gone.
pub fn normal(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && *word != "va")
        .collect();
    // "Du lịch" begins like the short form of "Đảng ủy".
    let mut text = replaced(format!(" {} ", words.join(" ")), TOURISM, TOURISM_KEPT);
    for (short, long) in ABBREVIATIONS {
        // Asked first, because most names have none, and thousands of names are compared.
        if text.contains(short) {
            text = replaced(text, &format!(" {short} "), &format!(" {long} "));
        }
    }
    text.replace('-', " ").trim().to_owned()
}

/// Every one replaced: two in a row share the space between them.
fn replaced(mut text: String, from: &str, to: &str) -> String {
    while text.contains(from) {
        text = text.replace(from, to);
    }
    text
}

/// The kind of organisation that a name begins with, abbreviated or not.
pub fn kind_said(name: &str) -> Option<UnitKind> {
    kind_of(name).or_else(|| kind_of(&normal(name)))
}

/// What offices shorten before a name, and how a unit of the books is called.
const SHORT_KINDS: [(&str, &str); 7] = [
    ("dbcs", "Đảng bộ cơ sở"),
    ("cbcs", "Chi bộ cơ sở"),
    ("dbbp", "Đảng bộ bộ phận"),
    ("cbtt", "Chi bộ trực thuộc"),
    ("du", "Đảng ủy"),
    ("db", "Đảng bộ"),
    ("cb", "Chi bộ"),
];

/// The name of a new unit as a sheet has it, without the number before it and with its kind written out: "3. CB Báo tỉnh"
/// is "Chi bộ Báo tỉnh". Nothing else of it is changed.
pub fn written_out(name: &str) -> String {
    let name = without_number(name);
    let Some((first, rest)) = name.split_once(' ') else {
        return name.to_owned();
    };
    let short = fold(first.trim_end_matches('.'));
    match SHORT_KINDS.iter().find(|(shortened, _)| *shortened == short) {
        Some((_, whole)) => format!("{whole} {rest}"),
        None => name.to_owned(),
    }
}

/// "12. Chi bộ A" without its number.
fn without_number(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix(['.', ')']) {
        Some(name_alone) if rest.len() < name.len() => name_alone.trim_start(),
        _ => name,
    }
}

/// What is left of a normal name without the kind of organisation before it and "tỉnh …" behind it.
fn core(normal: &str) -> &str {
    let rest = KINDS
        .iter()
        .find_map(|kind| normal.strip_prefix(kind).filter(|rest| rest.starts_with(' ')))
        .unwrap_or(normal)
        .trim();
    let end = rest.find(" tinh").filter(|&at| at > 0).unwrap_or(rest.len());
    &rest[..end]
}

/// Which unit a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// This one: the same name or short name, however it is written.
    Same(UnitId),
    /// This one alone, the kind of organisation and the province's name aside.
    Likely(UnitId),
    /// Several may be meant, or one that only resembles it; nothing is chosen.
    Perhaps(Vec<UnitId>),
    /// None.
    Unknown,
}

/// Names of units, to be looked up.
#[derive(Clone, Debug, Default)]
pub struct Names {
    whole: HashMap<String, Vec<UnitId>>,
    core: HashMap<String, Vec<UnitId>>,
    words: Vec<(BTreeSet<String>, UnitId)>,
}

impl Names {
    /// The names of these units.
    pub fn of<'a>(units: impl IntoIterator<Item = &'a Unit>) -> Names {
        let mut names = Names::default();
        for unit in units {
            for name in [&unit.name, &unit.short_name] {
                let name = normal(name);
                if name.is_empty() {
                    continue;
                }
                add(&mut names.core, core(&name), &unit.id);
                names.words.push((words(&name), unit.id.clone()));
                add(&mut names.whole, &name, &unit.id);
            }
        }
        names
    }

    /// Which unit a name means.
    pub fn find(&self, name: &str) -> Match {
        let name = normal(name);
        match self.whole.get(&name).map(Vec::as_slice) {
            Some([unit]) => return Match::Same(unit.clone()),
            Some(units) => return Match::Perhaps(units.to_vec()),
            None => {}
        }
        match self.core.get(core(&name)).map(Vec::as_slice) {
            Some([unit]) => Match::Likely(unit.clone()),
            Some(units) => Match::Perhaps(units.to_vec()),
            None => self.alike(&name),
        }
    }

    /// Up to three units whose names share most words with this one.
    fn alike(&self, name: &str) -> Match {
        let wanted = words(core(name));
        if wanted.is_empty() {
            return Match::Unknown;
        }
        let share = |has: &BTreeSet<String>| {
            let both = wanted.intersection(has).count();
            both * 100 / wanted.len().max(1)
        };
        let mut near: Vec<(usize, &UnitId)> = self
            .words
            .iter()
            .map(|(has, unit)| (share(has), unit))
            .filter(|(share, _)| *share >= 60)
            .collect();
        near.sort_by_key(|(share, _)| std::cmp::Reverse(*share));
        let mut units: Vec<UnitId> = Vec::new();
        for (_, unit) in near {
            if units.len() < 3 && !units.contains(unit) {
                units.push(unit.clone());
            }
        }
        match units.is_empty() {
            true => Match::Unknown,
            false => Match::Perhaps(units),
        }
    }
}

fn add(index: &mut HashMap<String, Vec<UnitId>>, name: &str, unit: &UnitId) {
    let units = index.entry(name.to_owned()).or_default();
    if !units.contains(unit) {
        units.push(unit.clone());
    }
}

/// A text made ready to be compared with many.
#[derive(Clone, Debug)]
pub struct Comparable {
    normal: String,
    words: BTreeSet<String>,
}

impl Comparable {
    /// A text.
    pub fn of(text: &str) -> Comparable {
        let normal = normal(text);
        let words = words(&normal);
        Comparable { normal, words }
    }

    /// How alike the two are: the words that both have, in percent of all that either has; more than 100 where they
    /// stand in one order too.
    pub fn likeness(&self, other: &Comparable) -> usize {
        if self.normal == other.normal {
            return 101;
        }
        let both = self.words.intersection(&other.words).count();
        (both * 100)
            .checked_div(self.words.union(&other.words).count())
            .unwrap_or(0)
    }
}

fn words(normal: &str) -> BTreeSet<String> {
    normal
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::unit::UnitKind;

    fn units() -> Vec<Unit> {
        [
            ("gd", "Đảng bộ Sở Giáo dục và Đào tạo"),
            ("yt", "Đảng bộ Sở Y tế tỉnh Hòa Bình"),
            ("ct", "Chi bộ Công ty TNHH MTV Xổ số kiến thiết"),
            ("tt-a", "Đảng bộ Thanh tra tỉnh"),
            ("tt-b", "Chi bộ Thanh tra tỉnh"),
        ]
        .map(|(id, name)| Unit::new(id, None, UnitKind::GrassrootsCommittee, name))
        .to_vec()
    }

    #[test]
    fn names_as_offices_write_them_are_found() {
        let units = units();
        let names = Names::of(&units);
        let same = |text: &str, unit: &str| assert_eq!(names.find(text), Match::Same(unit.into()), "{text}");
        same("ĐB Sở GD&ĐT", "gd");
        same("đảng  bộ sở giáo dục và đào tạo", "gd");
        // Letters and their marks written apart.
        same(
            "Đa\u{309}ng bô\u{323} Sơ\u{309} Y tê\u{301} ti\u{309}nh Ho\u{300}a Bi\u{300}nh",
            "yt",
        );
        same("CB Cty trách nhiệm hữu hạn một thành viên Xổ số kiến thiết", "ct");
        let likely = |text: &str, unit: &str| assert_eq!(names.find(text), Match::Likely(unit.into()), "{text}");
        likely("Sở Y tế", "yt");
        likely("Đảng ủy Sở GD-ĐT", "gd");
        likely("Chi bộ cơ sở Sở Y tế", "yt");
    }

    #[test]
    fn an_abbreviation_is_what_it_stands_for_and_a_name_stays_what_it_is() {
        for (short, long) in ABBREVIATIONS {
            assert_eq!((normal(short).as_str(), normal(long).as_str()), (long, long));
            assert_eq!(normal(&format!("{short} {short}")), format!("{long} {long}"));
        }
        // Found by fuzzing: "du" of "du lịch" was taken for "Đảng ủy".
        assert_eq!(normal("Sở VH,TT&DL"), normal("Sở Văn hóa, Thể thao và Du lịch"));
        assert_eq!(normal("ĐU Sở Du lịch"), "dang uy so du lich");
        assert_eq!(normal("du lịch du lịch"), "du lich du lich");
    }

    #[test]
    fn a_new_unit_is_called_by_its_whole_kind() {
        assert_eq!(written_out("12. CB Báo tỉnh"), "Chi bộ Báo tỉnh");
        assert_eq!(written_out("ĐBCS Sở Y tế"), "Đảng bộ cơ sở Sở Y tế");
        assert_eq!(written_out("Đảng bộ Sở Y tế"), "Đảng bộ Sở Y tế");
        assert_eq!(written_out("CB"), "CB");
        assert_eq!(kind_said("ĐU Sở Y tế"), Some(UnitKind::GrassrootsCommittee));
        assert_eq!(kind_said("c.b. Báo tỉnh"), None);
        assert_eq!(kind_said("ĐẢNG BỘ KHỐI CÁC CƠ QUAN"), None);
    }

    #[test]
    fn what_may_be_two_is_never_chosen() {
        let units = units();
        let names = Names::of(&units);
        assert_eq!(
            names.find("Thanh tra"),
            Match::Perhaps(vec!["tt-a".into(), "tt-b".into()])
        );
        assert_eq!(names.find("Chi bộ Thanh tra tỉnh"), Match::Same("tt-b".into()));
        assert_eq!(
            names.find("Sở Giáo dục, Đào tạo và Dạy nghề"),
            Match::Perhaps(vec!["gd".into()])
        );
        assert_eq!(names.find("Hội Nông dân"), Match::Unknown);
        assert_eq!(names.find(" – "), Match::Unknown);
    }
}
