//! Keys the table does not have: a slip of the pen, or a field of another provider.

use alloc::vec::Vec;

use crate::{
    code::Code,
    field_id::Parent,
    fields::FIELDS,
    finding::Param,
    near::nearest,
    record::{Fault, Record},
};

/// How many keys of an object are compared with the names of the table.
const LOOKED_AT: u32 = 50;

/// Keys of one object that the table does not have: counted, and named only by the known name they are near.
#[derive(Debug, Default)]
pub(crate) struct Unknown {
    count: u32,
    near: Vec<&'static str>,
}

impl Unknown {
    /// Counts a key of an object.
    pub(crate) fn count(&mut self, parent: Parent, key: &str) {
        self.count = self.count.saturating_add(1);
        // Where there are that many, none is a slip of the pen; comparing each with every name would take time.
        if self.count > LOOKED_AT {
            return;
        }
        let known = FIELDS.iter().filter(|field| field.parent == parent).map(|field| field.key);
        if let Some(name) = nearest(key, known)
            && self.near.len() < 10
            && !self.near.contains(&name)
        {
            self.near.push(name);
        }
    }

    /// Puts a warning into the record, where there were any.
    pub(crate) fn report(self, parent: Parent, document: Option<usize>, record: &mut Record<'_>) {
        if self.count == 0 {
            return;
        }
        let mut params = Vec::from([("count", Param::Number(self.count))]);
        if !self.near.is_empty() {
            params.push(("nearest", Param::List(self.near)));
        }
        let index = document.and_then(|at| u16::try_from(at).ok());
        record.faults.push(Fault { field: parent.field(), index, code: Code::UnknownKey, params });
    }
}
