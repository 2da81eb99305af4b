//! Where a person is: the page, the bloc, the period and the filters, as one value and as one address.
//!
//! `Place::parse` and `Place::to_url` are each other's inverse for every place that the app can make, so that a
//! copied address opens the same page with the same figures, offline too. Nothing here touches the browser.

use std::fmt::Write;

/// A page of the app. What is picked inside a page (a drive, a form, a unit) is part of its path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Route {
    /// Tổng quan: `/`
    #[default]
    Overview,
    /// Học tập, all drives: `/study`
    Study,
    /// One study drive: `/study/<drive>`
    StudyDrive(String),
    /// Kết nạp: `/admission`
    Admission,
    /// Chỉ tiêu: `/targets`
    Targets,
    /// One target: `/targets/<target>`
    Target(String),
    /// Cần xem lại: `/findings`
    Findings,
    /// Tình hình nộp báo cáo: `/returns`
    Returns,
    /// Đồng bộ: `/sync`
    Sync,
    /// Nhập liệu: `/entry`, `/entry/<form>`, `/entry/<form>/<unit>`
    Entry {
        /// The form that is filled in; without it the page asks for one.
        form: Option<String>,
        /// The one unit shown; without it the grid of all units. Present only with a form.
        unit: Option<String>,
    },
    /// A table read into a form: `/import/<form>`
    Import(String),
    /// One topic of the catalogue: `/topic/<id>`
    Topic(String),
    /// The explorer: `/explore`
    Explore,
    /// Đơn vị, the tree: `/units`
    Units,
    /// One unit: `/units/<unit>`
    Unit(String),
    /// Cài đặt: `/settings`
    Settings,
    /// Danh mục, what is counted: `/catalogue`
    Catalogue,
    /// Sao lưu, chuyển máy: `/backup`
    Backup,
    /// A bloc of one's own, or a demo, beside those that are there: `/start`
    Start,
    /// Tham gia, an invitation to a server: `/join/<code>`; without a code `/join` asks for one.
    Join(String),
    /// Trình chiếu, the decks: `/present`
    Decks,
    /// One deck, to put together: `/present/<deck>`
    Deck(String),
    /// A deck being presented: `/presenting/<deck>`
    Presenting(String),
    /// What only the presenter sees, in a window of its own: `/presenting/<deck>/notes`
    Speaker(String),
    /// Báo cáo, the reports: `/reports`
    Reports,
    /// One report: `/reports/<report>`
    Report(String),
    /// Đối chiếu, what a published report states beside what the counts give: `/reconcile`
    Reconcile,
    /// Every component in every state, for those who build pages: `/kit`
    Kit,
    /// An address that no page has; the whole path is kept to be shown.
    Unknown(String),
}

impl Route {
    /// The entry page before a form is chosen.
    pub const fn entry() -> Self {
        Self::Entry { form: None, unit: None }
    }

    /// The page for a decoded path such as `/study/drive:kl01`.
    fn from_segments(segments: &[String], path: &str) -> Self {
        let parts: Vec<&str> = segments.iter().map(String::as_str).collect();
        match parts.as_slice() {
            [] => Self::Overview,
            ["study"] => Self::Study,
            ["study", drive] => Self::StudyDrive((*drive).to_owned()),
            ["admission"] => Self::Admission,
            ["targets"] => Self::Targets,
            ["targets", target] => Self::Target((*target).to_owned()),
            ["findings"] => Self::Findings,
            ["returns"] => Self::Returns,
            ["sync"] => Self::Sync,
            ["entry"] => Self::entry(),
            ["entry", form] => Self::Entry {
                form: Some((*form).to_owned()),
                unit: None,
            },
            ["entry", form, unit] => Self::Entry {
                form: Some((*form).to_owned()),
                unit: Some((*unit).to_owned()),
            },
            ["import"] => Self::Import(String::new()),
            ["import", form] => Self::Import((*form).to_owned()),
            ["topic", topic] => Self::Topic((*topic).to_owned()),
            ["explore"] => Self::Explore,
            ["units"] => Self::Units,
            ["units", unit] => Self::Unit((*unit).to_owned()),
            ["settings"] => Self::Settings,
            ["catalogue"] => Self::Catalogue,
            ["backup"] => Self::Backup,
            ["start"] => Self::Start,
            ["join"] => Self::Join(String::new()),
            ["join", code] => Self::Join((*code).to_owned()),
            ["present"] => Self::Decks,
            ["present", deck] => Self::Deck((*deck).to_owned()),
            ["presenting", deck] => Self::Presenting((*deck).to_owned()),
            ["presenting", deck, "notes"] => Self::Speaker((*deck).to_owned()),
            ["reports"] => Self::Reports,
            ["reports", report] => Self::Report((*report).to_owned()),
            ["reconcile"] => Self::Reconcile,
            ["kit"] => Self::Kit,
            _ => Self::Unknown(path.to_owned()),
        }
    }

    /// The path of the page, percent-encoded.
    pub fn path(&self) -> String {
        match self {
            Self::Overview => "/".to_owned(),
            Self::Study => "/study".to_owned(),
            Self::StudyDrive(drive) => format!("/study/{}", encode(drive)),
            Self::Admission => "/admission".to_owned(),
            Self::Targets => "/targets".to_owned(),
            Self::Target(target) => format!("/targets/{}", encode(target)),
            Self::Findings => "/findings".to_owned(),
            Self::Returns => "/returns".to_owned(),
            Self::Sync => "/sync".to_owned(),
            Self::Entry { form: None, .. } => "/entry".to_owned(),
            Self::Entry {
                form: Some(form),
                unit: None,
            } => format!("/entry/{}", encode(form)),
            Self::Entry {
                form: Some(form),
                unit: Some(unit),
            } => format!("/entry/{}/{}", encode(form), encode(unit)),
            Self::Import(form) if form.is_empty() => "/import".to_owned(),
            Self::Import(form) => format!("/import/{}", encode(form)),
            Self::Topic(topic) => format!("/topic/{}", encode(topic)),
            Self::Explore => "/explore".to_owned(),
            Self::Units => "/units".to_owned(),
            Self::Unit(unit) => format!("/units/{}", encode(unit)),
            Self::Settings => "/settings".to_owned(),
            Self::Catalogue => "/catalogue".to_owned(),
            Self::Backup => "/backup".to_owned(),
            Self::Start => "/start".to_owned(),
            Self::Join(code) if code.is_empty() => "/join".to_owned(),
            Self::Join(code) => format!("/join/{}", encode(code)),
            Self::Decks => "/present".to_owned(),
            Self::Deck(deck) => format!("/present/{}", encode(deck)),
            Self::Presenting(deck) => format!("/presenting/{}", encode(deck)),
            Self::Speaker(deck) => format!("/presenting/{}/notes", encode(deck)),
            Self::Reports => "/reports".to_owned(),
            Self::Report(report) => format!("/reports/{}", encode(report)),
            Self::Reconcile => "/reconcile".to_owned(),
            Self::Kit => "/kit".to_owned(),
            Self::Unknown(path) => path.clone(),
        }
    }

    /// The entry of the navigation that stays marked while this page is shown.
    pub fn section(&self) -> Self {
        match self {
            Self::StudyDrive(_) => Self::Study,
            Self::Unit(_) => Self::Units,
            Self::Target(_) => Self::Targets,
            // Lists are read where they belong, figures where they are entered.
            Self::Import(what) if what == "units" => Self::Units,
            Self::Import(what) if what == "targets" => Self::Targets,
            Self::Entry { .. } | Self::Import(_) => Self::entry(),
            Self::Deck(_) | Self::Presenting(_) | Self::Speaker(_) => Self::Decks,
            Self::Report(_) | Self::Reconcile => Self::Reports,
            Self::Backup => Self::Settings,
            Self::Catalogue | Self::Join(_) => Self::Settings,
            other => other.clone(),
        }
    }
}

/// A page together with the bloc and the period it is about and the filters set on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The page.
    pub route: Route,
    /// The workspace (bloc) by its id; without it, the one that was open last.
    pub bloc: Option<String>,
    /// The period as written by the model (`2022`, `2022-Q3`, `drive:kl01`); without it, the bloc's latest.
    pub period: Option<String>,
    /// The page's own filters in the order they were set, each key once.
    pub filters: Vec<(String, String)>,
}

impl Place {
    /// Reads a location's path and query (with or without the leading `?`). Never fails: what is not
    /// understood becomes `Route::Unknown` or a filter.
    pub fn parse(path: &str, query: &str) -> Self {
        let segments: Vec<String> = path
            .split('/')
            .filter(|segment| !segment.is_empty())
            .map(decode)
            .collect();
        let mut place = Self {
            route: Route::from_segments(&segments, path),
            ..Self::default()
        };
        let query = query.strip_prefix('?').unwrap_or(query);
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (key, value) = (decode_query(key), decode_query(value));
            match key.as_str() {
                "bloc" => place.bloc = Some(value),
                "period" => place.period = Some(value),
                _ => place.set_filter(&key, &value),
            }
        }
        place
    }

    /// The address of this place: path and query, ready for the address bar or an `href`.
    pub fn to_url(&self) -> String {
        let mut url = self.route.path();
        let named = [("bloc", &self.bloc), ("period", &self.period)];
        let named = named
            .into_iter()
            .filter_map(|(key, value)| value.as_deref().map(|value| (key, value)));
        let filters = self.filters.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        for (count, (key, value)) in named.chain(filters).enumerate() {
            url.push(if count == 0 { '?' } else { '&' });
            url.push_str(&encode(key));
            url.push('=');
            url.push_str(&encode(value));
        }
        url
    }

    /// Another page about the same bloc and period. Filters belong to a page and are left behind.
    #[must_use]
    pub fn at(&self, route: Route) -> Self {
        Self {
            route,
            bloc: self.bloc.clone(),
            period: self.period.clone(),
            filters: Vec::new(),
        }
    }

    /// The same page about another bloc; its periods differ, so the period is dropped, and filters with it.
    #[must_use]
    pub fn with_bloc(&self, bloc: &str) -> Self {
        Self {
            route: self.route.section(),
            bloc: Some(bloc.to_owned()),
            period: None,
            filters: Vec::new(),
        }
    }

    /// The same page and filters for another period.
    #[must_use]
    pub fn with_period(&self, period: &str) -> Self {
        Self {
            period: Some(period.to_owned()),
            ..self.clone()
        }
    }

    /// The same place with one filter set; an empty value takes the filter away.
    #[must_use]
    pub fn with_filter(&self, key: &str, value: &str) -> Self {
        let mut place = self.clone();
        if value.is_empty() {
            place.filters.retain(|(known, _)| known != key);
        } else {
            place.set_filter(key, value);
        }
        place
    }

    /// The value of a filter.
    pub fn filter(&self, key: &str) -> Option<&str> {
        self.filters
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, value)| value.as_str())
    }

    fn set_filter(&mut self, key: &str, value: &str) {
        match self.filters.iter_mut().find(|(known, _)| known == key) {
            Some((_, old)) => *old = value.to_owned(),
            None => self.filters.push((key.to_owned(), value.to_owned())),
        }
    }
}

/// Percent-encodes all but the characters that mean the same in a path segment and in a query value.
/// `:` stays readable, since drives and units carry it in their ids.
pub(crate) fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b':' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// Undoes `encode`. A stray `%` stays as it is, and bytes that are no UTF-8 are replaced: an address typed by
/// hand may be wrong, but it must not break the app.
pub(crate) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let pair = bytes.get(at + 1).zip(bytes.get(at + 2));
        let hex = |digit: &u8| char::from(*digit).to_digit(16);
        match pair.and_then(|(high, low)| Some(hex(high)? * 16 + hex(low)?)) {
            Some(value) if byte == b'%' => {
                out.extend(u8::try_from(value));
                at += 3;
            }
            _ => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// In a query a `+` is a space, as forms and other programs write it.
fn decode_query(text: &str) -> String {
    decode(&text.replace('+', " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn round_trip(place: &Place) -> Place {
        let url = place.to_url();
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        Place::parse(path, query)
    }

    #[test]
    fn every_page_has_its_own_path() {
        let pages = [
            (Route::Overview, "/"),
            (Route::Study, "/study"),
            (Route::StudyDrive("kl01".into()), "/study/kl01"),
            (Route::Admission, "/admission"),
            (Route::Targets, "/targets"),
            (Route::Target("admitted-2022".into()), "/targets/admitted-2022"),
            (Route::Findings, "/findings"),
            (Route::Returns, "/returns"),
            (Route::Sync, "/sync"),
            (Route::entry(), "/entry"),
            (
                Route::Entry {
                    form: Some("monthly".into()),
                    unit: Some("u:7".into()),
                },
                "/entry/monthly/u:7",
            ),
            (Route::Import("study".into()), "/import/study"),
            (Route::Import(String::new()), "/import"),
            (Route::Topic("key-tasks".into()), "/topic/key-tasks"),
            (Route::Explore, "/explore"),
            (Route::Units, "/units"),
            (Route::Unit("u1".into()), "/units/u1"),
            (Route::Settings, "/settings"),
            (Route::Catalogue, "/catalogue"),
            (Route::Backup, "/backup"),
            (Route::Join(String::new()), "/join"),
            (Route::Join("7Kq2-mZ9x".into()), "/join/7Kq2-mZ9x"),
            (Route::Decks, "/present"),
            (Route::Deck("d1".into()), "/present/d1"),
            (Route::Presenting("d1".into()), "/presenting/d1"),
            (Route::Speaker("d1".into()), "/presenting/d1/notes"),
            (Route::Reports, "/reports"),
            (Route::Report("r1".into()), "/reports/r1"),
            (Route::Reconcile, "/reconcile"),
            (Route::Kit, "/kit"),
        ];
        for (route, path) in pages {
            assert_eq!(route.path(), path);
            assert_eq!(Place::parse(path, "").route, route);
        }
    }

    #[test]
    fn a_list_is_read_in_the_section_that_it_belongs_to() {
        let section = |path: &str| Place::parse(path, "").route.section();
        assert_eq!(section("/import/units"), Route::Units);
        assert_eq!(section("/import/targets"), Route::Targets);
        assert_eq!(section("/import/admission"), Route::entry());
        assert_eq!(section("/import"), Route::entry());
    }

    #[test]
    fn vietnamese_survives_the_address_bar() {
        let place = Place {
            route: Route::StudyDrive("đợt học tập/KL 01".into()),
            bloc: Some("Khối Hòa Bình".into()),
            period: Some("drive:kl01".into()),
            filters: vec![("tìm".into(), "sở & ngành = 100%".into())],
        };
        assert_eq!(round_trip(&place), place);
        assert!(place.to_url().is_ascii());
    }

    #[test]
    fn a_trailing_slash_and_a_plus_are_understood() {
        let place = Place::parse("/units/", "?q=hoc+tap&bloc=hb");
        assert_eq!(place.route, Route::Units);
        assert_eq!(place.filter("q"), Some("hoc tap"));
        assert_eq!(place.bloc.as_deref(), Some("hb"));
    }

    #[test]
    fn an_address_of_no_page_is_kept_as_it_was() {
        let place = Place::parse("/study/a/b/c", "");
        assert_eq!(place.route, Route::Unknown("/study/a/b/c".into()));
        assert_eq!(place.to_url(), "/study/a/b/c");
    }

    #[test]
    fn a_broken_percent_sign_is_text() {
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz%4"), "%zz%4");
    }

    #[test]
    fn another_page_keeps_bloc_and_period_and_drops_filters() {
        let here = Place::parse("/study", "?bloc=hb&period=2021&sort=rate");
        assert_eq!(here.at(Route::Admission).to_url(), "/admission?bloc=hb&period=2021");
        assert_eq!(here.with_filter("sort", "").to_url(), "/study?bloc=hb&period=2021");
        assert_eq!(here.with_bloc("la").to_url(), "/study?bloc=la");
    }

    proptest! {
        #[test]
        fn parse_undoes_to_url(
            drive in "\\PC{1,12}",
            bloc in proptest::option::of("\\PC{0,12}"),
            period in proptest::option::of("\\PC{0,12}"),
            value in "\\PC{0,12}",
        ) {
            let place = Place {
                route: Route::StudyDrive(drive),
                bloc,
                period,
                filters: vec![("q".into(), value)],
            };
            prop_assert_eq!(round_trip(&place), place);
        }
    }
}
