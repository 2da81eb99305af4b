//! The worker for files, as a wasm of its own: `scripts/worker-entry.js` hands it one job and posts what it answers.
//! What the jobs are stands in `exchange/worker/`.

#[cfg(target_arch = "wasm32")]
mod worker {
    use js_sys::{Array, Function, Uint8Array};
    use so_khoi::exchange::worker::{Parcel, run};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Does a job. Answers `[text, bytes]`; throws the reason why it is refused, as a string. A failure of the program
    /// itself (no memory left) throws an error instead.
    ///
    /// # Errors
    /// The reason.
    #[wasm_bindgen]
    pub fn answer(job: &str, text: String, bytes: Vec<u8>, progress: &Function) -> Result<Array, JsValue> {
        let last = std::cell::Cell::new(u8::MAX);
        // Each percent is told once.
        let tell = |percent: u8| {
            if last.replace(percent) != percent {
                // Nobody listens any more: the job is ended from outside.
                let _ = progress.call1(&JsValue::UNDEFINED, &JsValue::from(percent));
            }
        };
        let answer = run(job, Parcel { text, bytes }, &tell).map_err(|reason| JsValue::from_str(&reason))?;
        Ok(Array::of2(
            &JsValue::from_str(&answer.text),
            &Uint8Array::from(answer.bytes.as_slice()),
        ))
    }
}

fn main() {}
