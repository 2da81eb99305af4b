//! A pasted list of units.
#![no_main]

use libfuzzer_sys::fuzz_target;
use so_khoi::exchange::import::names::{Comparable, normal};
use so_khoi::exchange::name_list;
use so_khoi::model::unit::UnitKind;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    for name in name_list::read(&text, UnitKind::GrassrootsCell, ["Chi bộ Một"]) {
        assert!(!name.name.trim().is_empty());
        // A name is as like itself as can be, and stays what it is when it is made comparable twice.
        let normal_once = normal(&name.name);
        assert_eq!(normal(&normal_once), normal_once);
        let comparable = Comparable::of(&name.name);
        let _ = comparable.likeness(&Comparable::of(&normal_once));
    }
});
