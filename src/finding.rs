//! What a rule says of a value: a reason and its limits, never the value.

use alloc::vec::Vec;

use crate::code::{Code, Severity};

/// What a rule says of a value: a reason and its limits, never the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The reason.
    pub code: Code,
    /// How much it weighs; the code's own severity unless a rule or policy says otherwise.
    pub severity: Severity,
    /// Limits, allowed codes, positions.
    pub params: Params,
}

/// Named details of a finding: limits, allowed codes, expected type, position. Never a piece of the value.
pub type Params = Vec<(&'static str, Param)>;

/// One detail of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Param {
    /// A limit, a count, a position.
    Number(u32),
    /// A word out of the rules' own tables.
    Text(&'static str),
    /// Words out of the rules' own tables.
    List(Vec<&'static str>),
}

impl Finding {
    /// A finding with the code's own severity.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, severity: code.severity(), params: Vec::new() }
    }

    /// The same with a detail.
    #[must_use]
    pub fn with(mut self, name: &'static str, param: Param) -> Self {
        self.params.push((name, param));
        self
    }

    /// The same with another severity.
    #[must_use]
    pub fn weighing(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}

impl From<Code> for Finding {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}
