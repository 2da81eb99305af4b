//! Sổ Khối: counts, charts and reports for the office of a bloc committee, offline first.
//! The app's entry point. In the browser it mounts the app; natively there is nothing to run.

#[cfg(target_arch = "wasm32")]
fn main() {
    so_khoi::pages::mount();
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::print_stdout, reason = "a program says this to the person who ran it")]
fn main() {
    println!("Sổ Khối chạy trong trình duyệt / runs in the browser: make run");
}
