//! A CSV or TSV file of any encoding, read as far as what would change in a form.
#![no_main]

use libfuzzer_sys::fuzz_target;
use so_khoi::catalogue::Catalogue;
use so_khoi::exchange::import::names::Names;
use so_khoi::exchange::import::preview::{Preview, Reading};
use so_khoi::exchange::import::{delimited, layout, mapping};
use so_khoi::model::unit::{Unit, UnitKind};
use std::collections::BTreeMap;
use std::sync::OnceLock;

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::built_in().unwrap_or_default())
}

fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| {
        let names = ["Đảng bộ Sở Y tế", "Chi bộ Ban Dân tộc", "Đảng bộ Sở Giáo dục và Đào tạo"];
        let units: Vec<Unit> = names
            .iter()
            .map(|name| Unit::new(*name, Some("bloc".into()), UnitKind::GrassrootsCommittee, *name))
            .collect();
        Names::of(&units)
    })
}

fuzz_target!(|data: &[u8]| {
    let Ok(sheet) = delimited::read_bytes(data) else { return };
    let Some(layout) = layout::find(&sheet, names()) else { return };
    let catalogue = catalogue();
    for form in ["headcount", "study"] {
        let Some(form) = catalogue.form(&form.into()) else { continue };
        let mapping = mapping::guess(&layout, form, catalogue, Some(2021));
        let reading = Reading {
            sheet: &sheet,
            layout: &layout,
            mapping: &mapping,
            names: names(),
            chosen: &BTreeMap::new(),
            form,
            year: Some(2021),
            catalogue,
        };
        let preview = Preview::of(reading, &|_| None, &|_, _| true);
        assert!(preview.rows.len() <= sheet.rows.len());
    }
});
