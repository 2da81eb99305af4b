//! Devices, people, a network and disks, all from one number: what goes wrong with it once goes wrong with it again.
//!
//! `SIM_SEED=… cargo test --test sync_simulation` runs one number alone; `SOAK_CASES=…` and `SOAK_FROM=…` say how many and from which on
//! (`make soak`). A number that failed once belongs into [`KEPT`].
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![cfg(not(target_arch = "wasm32"))]

mod sync_world;

use so_khoi::demo::random::Random;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use sync_world::{World, drawn};

/// Numbers with which something once went wrong.
const KEPT: &[u64] = &[];

/// How many more are run by `cargo test`, about one in twenty of them with 200 ops and more.
const USUALLY: u64 = 10_000;

/// One whole life of a bloc. Answers what happened in it.
fn live(seed: u64) -> BTreeMap<&'static str, u64> {
    let mut random = Random::new(seed);
    let devices = random.between(3, 6) as usize;
    let is_long = random.below(20) == 0;
    let acts = match is_long {
        true => 800,
        false => random.between(10, 90) as usize,
    };
    let mut world = World::new(devices, seed);
    world.run(drawn(&mut random, devices, acts));
    world.settle_down();
    world.check();
    let mut tally = std::mem::take(&mut world.tally);
    if is_long && tally.get("ops").is_some_and(|ops| *ops >= 200) {
        tally.insert("lives of 200 ops", 1);
    }
    tally
}

fn told(seed: u64) -> Option<BTreeMap<&'static str, u64>> {
    let lived = catch_unwind(AssertUnwindSafe(|| live(seed)));
    if lived.is_err() {
        eprintln!("\nSIM_SEED={seed} cargo test --test sync_simulation\n");
    }
    lived.ok()
}

#[test]
fn every_device_ends_with_what_the_server_holds() {
    if let Ok(seed) = std::env::var("SIM_SEED") {
        eprintln!("{:#?}", live(seed.parse().unwrap()));
        return;
    }
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    let first = number("SOAK_FROM").unwrap_or(0);
    let many = number("SOAK_CASES").unwrap_or(USUALLY);
    let threads = std::thread::available_parallelism().map_or(2, |threads| threads.get() as u64);
    let parts = (0..threads).map(|part| {
        std::thread::spawn(move || {
            let mut tally = BTreeMap::<&str, u64>::new();
            let seeds = (first..first + many).filter(|seed| seed % threads == part);
            let kept = KEPT.iter().copied().filter(|_| part == 0);
            for seed in kept.chain(seeds) {
                let happened = told(seed).unwrap_or_else(|| panic!("seed {seed} failed"));
                for (what, times) in happened {
                    *tally.entry(what).or_default() += times;
                }
            }
            tally
        })
    });
    let parts: Vec<_> = parts.collect();
    let mut tally = BTreeMap::<&str, u64>::new();
    for part in parts {
        for (what, times) in part.join().expect("a seed failed, see above") {
            *tally.entry(what).or_default() += times;
        }
    }
    eprintln!("{many} lives: {tally:#?}");
    let long = tally.get("lives of 200 ops").copied().unwrap_or(0);
    assert!(long >= many / 40, "{long} lives of 200 ops");
    // A simulation in which nothing happens proves nothing.
    for what in [
        "applied",
        "conflicts",
        "rejected",
        "replay",
        "forget",
        "page",
        "late",
        "deaths",
        "disk failures",
        "rights",
    ] {
        assert!(
            tally.get(what).is_some_and(|times| *times > many / 20),
            "too little of {what}: {tally:#?}"
        );
    }
}
