//! A first load: everything that the account may read, page by page. It comes to rest in a table of its own, so that it can
//! go on where it broke off, and takes the place of the pages at once when it is whole. Until then the screen shows what it
//! showed before.

use super::answers::read_rows;
use super::backend::{Database, Key, Rows, Span, Write};
use super::error::StoreError;
use super::head::Head;
use super::link::Link;
use super::page;
use super::pages::{Pages, by_id, fresh};
use super::schema::Table;
use super::workspace::{Store, to_pages};
use crate::model::conflict::Conflict;
use crate::model::from_json::{self, FromJson};
use crate::model::id::RecordId;
use crate::model::record::Record;
use crate::sync::op::{Op, Records};
use crate::sync::wire::Page;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// How far a first load is: a row beside the head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct Arriving {
    /// The server's epoch.
    pub epoch: String,
    /// What the account may read.
    pub scope: String,
    /// From where the changes are asked for afterwards: that of the first page, since what changed after it may be missing.
    pub cursor: String,
    /// The page to ask for next; `None` when all are there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// The last record that came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<RecordId>,
    /// How many records came.
    pub done: u64,
    /// How many there are.
    pub total: u64,
}

pub(super) const ARRIVING: &str = "arriving";

impl Arriving {
    fn span() -> Span {
        Span::One(Table::Meta, Key::from(ARRIVING))
    }

    fn read(rows: &Rows) -> Result<Option<Arriving>, StoreError> {
        match rows.first() {
            Some((_, bytes)) => Ok(Some(from_json::read(bytes)?)),
            None => Ok(None),
        }
    }

    fn write(&self) -> Result<Write, StoreError> {
        Ok(Write::Put(Table::Meta, Key::from(ARRIVING), serde_json::to_vec(self)?))
    }

    /// Whether a page goes on from here.
    fn goes_on_with(&self, page: &Page) -> bool {
        self.epoch == page.epoch && self.scope == page.scope && self.next.is_some()
    }
}

impl<D: Database> Store<D> {
    /// How far a first load is; `None` where none has begun.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn arriving(&self) -> Result<Option<Arriving>, StoreError> {
        let found = self.database().read(&[Arriving::span()]).await?;
        found.first().map_or(Ok(None), Arriving::read)
    }

    /// Keeps a page of a first load: the first one, or the one that was asked for with what the last one named as next.
    /// A page that does not go on from there (another epoch, other rights) ends what came before: `None`, and it is begun
    /// anew.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written. [`StoreError::Failed`] when records are out of order.
    pub async fn arrive(&self, page: &Page, is_first: bool) -> Result<Option<Arriving>, StoreError> {
        let spans = [Arriving::span(), Span::All(Table::Arriving)];
        self.database()
            .write(&[Table::Meta, Table::Arriving], &spans, |found| {
                let mut found = found.into_iter();
                let before = Arriving::read(&found.next().unwrap_or_default())?;
                let rows = found.next().unwrap_or_default();
                let mut writes = Vec::new();
                let before = match before {
                    Some(before) if !is_first && before.goes_on_with(page) => before,
                    _ => {
                        writes.extend(rows.into_iter().map(|(key, _)| Write::Delete(Table::Arriving, key)));
                        writes.push(Write::Delete(Table::Meta, Key::from(ARRIVING)));
                        if !is_first {
                            return Ok((writes, None));
                        }
                        Arriving {
                            epoch: page.epoch.clone(),
                            scope: page.scope.clone(),
                            cursor: page.cursor.clone(),
                            next: None,
                            last: None,
                            done: 0,
                            total: 0,
                        }
                    }
                };
                let mut last = before.last.as_ref();
                for record in &page.records {
                    if last.is_some_and(|last| *last >= record.id) {
                        return Err(StoreError::Failed(format!("{} is out of order", record.id)));
                    }
                    last = Some(&record.id);
                }
                for (key, bytes) in fresh(&page.records, before.last.is_none())? {
                    writes.extend(bytes.map(|bytes| Write::Put(Table::Arriving, Key::Text(key), bytes)));
                }
                let after = Arriving {
                    last: last.cloned(),
                    next: page.next.clone(),
                    done: before.done + page.records.len() as u64,
                    total: page.total,
                    ..before.clone()
                };
                writes.push(after.write()?);
                Ok((writes, Some(after)))
            })
            .await
    }

    /// Puts what has arrived in the place of all pages, in one transaction. Ops that wait stay on top. Rejected ones that say
    /// nothing else than what has arrived, values or their own conflict, are put away. `None` where it is not whole, or was
    /// done by another tab.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn settle_in(&self, at_ms: i64) -> Result<Option<Head>, StoreError> {
        let refused = self.refused(&self.head().await?).await?;
        let tables = [Table::Meta, Table::Pages, Table::Arriving, Table::Answers];
        let mut spans = vec![
            Head::span(),
            Link::span(),
            Arriving::span(),
            Span::All(Table::Pages),
            Span::All(Table::Arriving),
        ];
        if let (Some(first), Some(last)) = (refused.first(), refused.last()) {
            spans.push(Span::Numbers(Table::Answers, first.seq, last.seq));
        }
        self.database()
            .write(&tables, &spans, |found| {
                let mut found = found.into_iter();
                let mut head = Head::read(&found.next().unwrap_or_default())?;
                let link = Link::read(&found.next().unwrap_or_default())?;
                let arriving = Arriving::read(&found.next().unwrap_or_default())?;
                let whole = arriving.filter(|arriving| arriving.next.is_none() && head.is_linked());
                let Some(arriving) = whole else {
                    return Ok((Vec::new(), None));
                };
                let mut writes = Vec::new();
                let before = found.next().unwrap_or_default();
                writes.extend(before.into_iter().map(|(key, _)| Write::Delete(Table::Pages, key)));
                let arrived = found.next().unwrap_or_default();
                let mut rows = read_rows(found.next().unwrap_or_default());
                for op in said_again(&refused, &to_pages(Some(arrived.clone())))? {
                    if let Some(row) = rows.get_mut(&op.seq).filter(|row| row.is_refused()) {
                        row.taken_back = true;
                        head.rejected = head.rejected.saturating_sub(1);
                        writes.push(Write::Put(
                            Table::Answers,
                            Key::Number(op.seq),
                            serde_json::to_vec(row)?,
                        ));
                    }
                }
                for (key, bytes) in arrived {
                    writes.push(Write::Delete(Table::Arriving, key.clone()));
                    writes.push(Write::Put(Table::Pages, key, bytes));
                }
                writes.push(Write::Delete(Table::Meta, Key::from(ARRIVING)));
                head.cursor = Some(arriving.cursor);
                head.scope = Some(arriving.scope);
                head.epoch = Some(arriving.epoch);
                // What was published and has no answer yet was in the pages that go: now it lies on top of those that come.
                head.folded = head.folded.min(head.answered);
                head.heard += 1;
                writes.push(head.write()?);
                if let Some(mut link) = link {
                    link.fetched_ms = Some(at_ms);
                    writes.push(link.write()?);
                }
                Ok((writes, Some(head)))
            })
            .await
    }
}

/// Of these ops those whose every value is what the pages hold, or whose conflict is in them.
fn said_again<'o>(ops: &'o [Op], pages: &Pages) -> Result<Vec<&'o Op>, StoreError> {
    let mut read: BTreeMap<&str, Records> = BTreeMap::new();
    let mut holds = |id: &RecordId, is: &dyn Fn(Option<&Record>) -> bool| {
        let Some((key, bytes)) = pages.range(..=id.to_string()).next_back() else {
            return Ok(false);
        };
        if !read.contains_key(key.as_str()) {
            read.insert(key, by_id(page::decode(bytes)?));
        }
        let records = read.get(key.as_str());
        Ok::<_, StoreError>(is(records.and_then(|records| records.get(id))))
    };
    let mut found = Vec::new();
    for op in ops {
        let stands = |record: Option<&Record>| {
            op.change.set.iter().all(|(field, set)| {
                let value = record.and_then(|record| record.fields.get(field));
                *value.unwrap_or(&Value::Null) == set.new
            })
        };
        let is_said = !op.change.set.is_empty() && holds(&op.change.record, &stands)?;
        if is_said || holds(&Conflict::record_id(&op.op_id), &|record| record.is_some())? {
            found.push(op);
        }
    }
    Ok(found)
}
