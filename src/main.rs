//! Sổ Khối: counts, charts and reports for the office of a bloc committee, offline first.
//! The app's entry point. In the browser it mounts the app; natively there is nothing to run.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    console_error_panic_hook::set_once();
    mount_to_body(|| view! { <main><h1>"Sổ Khối"</h1></main> });
    if let Some(shell) = document().get_element_by_id("first-paint") {
        shell.remove();
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::print_stdout, reason = "a program says this to the person who ran it")]
fn main() {
    println!("Sổ Khối chạy trong trình duyệt / runs in the browser: make run");
}
