//! All rows of a database in the place of all rows, inside the transaction of an upgrade: the browser closes every other
//! connection before it begins, and undoes it whole if it does not end.

use super::{Bytes, TryFromJs, TryToJs, from_exception};
use crate::store::backend::{Key, Rows, Write};
use crate::store::error::StoreError;
use crate::store::schema::Table;
use js_sys::{Array, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{IdbRequest, IdbTransaction};

/// What is to be there, and what has to be there before.
pub(super) struct Turning {
    was: Vec<(Table, Rows)>,
    now: RefCell<Vec<Write>>,
    came_to: RefCell<Option<Result<bool, StoreError>>>,
    upgrade: RefCell<Option<IdbTransaction>>,
}

impl Turning {
    pub(super) fn new(was: Vec<(Table, Rows)>, now: Vec<Write>) -> Turning {
        Turning {
            was,
            now: RefCell::new(now),
            came_to: RefCell::default(),
            upgrade: RefCell::default(),
        }
    }

    /// Does it in the upgrade that has just begun.
    pub(super) fn begin(self: &Rc<Turning>, upgrade: IdbTransaction) {
        let turning = Rc::clone(self);
        self.upgrade.replace(Some(upgrade.clone()));
        // Begins before the browser takes the transaction for idle: in a microtask of the event.
        spawn_local(async move {
            let came_to = turning.run(&upgrade).await;
            if !matches!(came_to, Ok(true)) {
                let _ = upgrade.abort();
            }
            turning.came_to.replace(Some(came_to));
        });
    }

    /// What it came to: rows were others, something failed, or all was sent and yet the upgrade did not end.
    pub(super) fn came_to(&self) -> Result<bool, StoreError> {
        let failed = self.upgrade.borrow().as_ref().and_then(IdbTransaction::error);
        match (self.came_to.take(), failed) {
            (Some(Ok(false)), _) => Ok(false),
            (Some(Err(error)), _) => Err(error),
            (_, Some(exception)) => Err(from_exception(exception)),
            _ => Ok(true),
        }
    }

    async fn run(&self, upgrade: &IdbTransaction) -> Result<bool, StoreError> {
        for (table, was) in &self.was {
            let store = upgrade.object_store(table.name()).map_err(failed)?;
            let keys = settled(&store.get_all_keys().map_err(failed)?).await?;
            let values = settled(&store.get_all().map_err(failed)?).await?;
            if !is_same(was, &keys, &values) {
                return Ok(false);
            }
        }
        for write in self.now.take() {
            match write {
                Write::Put(table, key, bytes) => {
                    let store = upgrade.object_store(table.name()).map_err(failed)?;
                    let (value, key) = (js(&Bytes(bytes))?, js(&key)?);
                    store.put_with_key(&value, &key).map_err(failed)?;
                }
                Write::Delete(table, key) => {
                    let store = upgrade.object_store(table.name()).map_err(failed)?;
                    store.delete(&js(&key)?).map_err(failed)?;
                }
            }
        }
        Ok(true)
    }
}

fn is_same(was: &Rows, keys: &JsValue, values: &JsValue) -> bool {
    let (keys, values) = (Array::from(keys), Array::from(values));
    let row = |(key, value)| Some((Key::from_js(key).ok()?, Bytes::from_js(value).ok()?.0));
    keys.length() as usize == was.len()
        && keys
            .iter()
            .zip(values.iter())
            .map(row)
            .zip(was)
            .all(|(now, was)| now.as_ref() == Some(was))
}

fn js(value: &impl TryToJs) -> Result<JsValue, StoreError> {
    value
        .try_to_js()
        .map_err(|_| StoreError::Failed("a value cannot be stored".to_owned()))
}

/// Waits for a request's answer.
async fn settled(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let answered = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    let answered = JsFuture::from(answered).await;
    answered.map_err(|_| StoreError::Failed("a row could not be read".to_owned()))?;
    request.result().map_err(failed)
}

fn failed(error: JsValue) -> StoreError {
    match error.dyn_into::<web_sys::DomException>() {
        Ok(exception) => from_exception(exception),
        Err(_) => StoreError::Failed("the database refused".to_owned()),
    }
}
