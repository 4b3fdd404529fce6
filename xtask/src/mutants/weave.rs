//! Mutants as switches: a source file in which each mutant of the list is a branch that is taken when its number is chosen, so that one
//! build holds them all. Line ends stay where they were.

use std::{collections::BTreeMap, ops::Range};

use serde::Deserialize;
use syn::{
    Arm, BinOp, Block, Expr, ExprBinary, ExprMatch, ExprStruct, ExprUnary, File, ImplItemFn,
    ItemFn, Pat, ReturnType, Type, UnOp,
    spanned::Spanned,
    visit::{self, Visit},
};

/// A mutant, as `cargo mutants --list --json` says it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Mutant {
    pub(super) file: String,
    pub(super) name: String,
    pub(super) genre: String,
    pub(super) replacement: String,
    span: Lines,
}

#[derive(Debug, Clone, Deserialize)]
struct Lines {
    start: Place,
}

/// A line and a column, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Place {
    line: usize,
    column: usize,
}

impl Place {
    fn of(what: &impl Spanned) -> Self {
        let start = what.span().start();
        Self { line: start.line, column: start.column + 1 }
    }
}

/// A file with its switches.
#[derive(Debug)]
pub(super) struct Woven {
    pub(super) text: String,
    /// Where in it each mutant stands: the narrowest range first where several hold a place.
    pub(super) ranges: Vec<(Range<usize>, Vec<usize>)>,
}

impl Woven {
    /// The mutants of the narrowest range with this place in it; where none has, of the place's line.
    pub(super) fn blamed(&self, at: usize) -> Vec<usize> {
        if let Some((_, numbers)) = self.ranges.iter().find(|(range, _)| range.contains(&at)) {
            return numbers.clone();
        }
        let start = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        let end = self.text[at..].find('\n').map_or(self.text.len(), |end| at + end);
        let here = |(range, _): &&(Range<usize>, _)| range.start < end && range.end > start;
        self.ranges.iter().filter(here).flat_map(|(_, numbers)| numbers.clone()).collect()
    }
}

/// Where an edit stands among those at the same place: what ends there comes before what begins there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// The inner of two ends first: later numbers first.
    Close(std::cmp::Reverse<usize>),
    Between(usize),
    /// The outer of two begins first.
    Open(usize),
}

#[derive(Debug)]
struct Edit {
    /// What it takes the place of; empty where it only adds.
    over: Range<usize>,
    turn: Turn,
    /// Words, and the mutant alone that they are of.
    pieces: Vec<(Option<usize>, String)>,
    construct: usize,
}

/// The mutants of one file, by their numbers, as switches.
pub(super) fn weave(
    source: &str,
    mutants: &[(usize, &Mutant)],
    constant: &[String],
) -> anyhow::Result<Woven> {
    let file: File = syn::parse_file(source)?;
    let mut at = BTreeMap::<(Place, &str), Vec<(usize, &str)>>::new();
    for (number, mutant) in mutants {
        let place = at.entry((mutant.span.start, mutant.genre.as_str())).or_default();
        place.push((*number, mutant.replacement.as_str()));
    }
    let mut weaver = Weaver { source, at, constant, edits: Vec::new(), constructs: Vec::new() };
    weaver.visit_file(&file);
    Ok(assemble(source, weaver.edits, &weaver.constructs))
}

fn assemble(source: &str, mut edits: Vec<Edit>, constructs: &[Vec<usize>]) -> Woven {
    edits.sort_by_key(|edit| (edit.over.start, edit.turn));
    let mut text = String::new();
    let mut ranges = Vec::new();
    let mut whole: BTreeMap<usize, Range<usize>> = BTreeMap::new();
    let mut from = 0;
    for edit in edits {
        text.push_str(&source[from..edit.over.start]);
        let start = text.len();
        for (number, words) in &edit.pieces {
            let begin = text.len();
            text.push_str(words);
            ranges.extend(number.map(|number| (begin..text.len(), vec![number])));
        }
        // Errors are told by lines.
        text.extend(source[edit.over.clone()].chars().filter(|c| *c == '\n'));
        let range = whole.entry(edit.construct).or_insert(start..start);
        range.end = text.len();
        from = edit.over.end;
    }
    text.push_str(&source[from..]);
    ranges.extend(whole.into_iter().map(|(at, range)| (range, constructs[at].clone())));
    ranges.sort_by_key(|(range, _)| range.len());
    Woven { text, ranges }
}

struct Weaver<'a> {
    source: &'a str,
    at: BTreeMap<(Place, &'a str), Vec<(usize, &'a str)>>,
    /// Functions that are called where only constants may be.
    constant: &'a [String],
    edits: Vec<Edit>,
    constructs: Vec<Vec<usize>>,
}

/// Whether this mutant is chosen, in the language of the woven file.
fn chosen(number: usize) -> String {
    format!("crate::mutant::is({number})")
}

impl<'a> Weaver<'a> {
    fn found(&self, what: &impl Spanned, genre: &'a str) -> Vec<(usize, &'a str)> {
        self.at.get(&(Place::of(what), genre)).cloned().unwrap_or_default()
    }

    fn construct(&mut self, mutants: &[(usize, &str)]) -> usize {
        self.constructs.push(mutants.iter().map(|(number, _)| *number).collect());
        self.constructs.len() - 1
    }

    fn edit(
        &mut self,
        construct: usize,
        turn: Turn,
        over: Range<usize>,
        pieces: Vec<(Option<usize>, String)>,
    ) {
        self.edits.push(Edit { over, turn, pieces, construct });
    }

    fn open(&mut self, construct: usize, over: Range<usize>, words: &str) {
        self.edit(construct, Turn::Open(construct), over, vec![(None, words.to_owned())]);
    }

    fn between(&mut self, construct: usize, over: Range<usize>, words: String) {
        self.edit(construct, Turn::Between(construct), over, vec![(None, words)]);
    }

    fn close(&mut self, construct: usize, at: usize, pieces: Vec<(Option<usize>, String)>) {
        self.edit(construct, Turn::Close(std::cmp::Reverse(construct)), at..at, pieces);
    }

    /// `if` this one, what it makes; and so on; else what stood there.
    fn branches(
        mutants: &[(usize, &str)],
        made: impl Fn(&str) -> String,
        real: &str,
    ) -> Vec<(Option<usize>, String)> {
        let one = |(number, words): &(usize, &str)| {
            (Some(*number), format!("if {} {{ {} }} else ", chosen(*number), made(words)))
        };
        let all = mutants.iter().map(one);
        all.chain([(None, format!("{{ {} }}", made(real)))]).collect()
    }

    fn body(&mut self, signature: &syn::Signature, block: &Block) {
        let Some(first) = block.stmts.first() else { return };
        let mut mutants = self.found(first, "FnValue");
        if matches!(&signature.output, ReturnType::Type(_, kind) if matches!(**kind, Type::ImplTrait(_)))
        {
            // Two branches of such a function would have to be of one type.
            mutants.clear();
        }
        if let Some(word) = &signature.constness {
            let inside = self.at.keys().any(|(place, _)| {
                let (start, end) = (block.span().start(), block.span().end());
                (start.line..=end.line).contains(&place.line)
            });
            if self.constant.contains(&signature.ident.to_string()) {
                return;
            }
            if inside {
                let construct = self.construct(&[]);
                self.between(construct, word.span().byte_range(), String::new());
            }
        }
        for mutant in mutants {
            let construct = self.construct(&[mutant]);
            let words = format!("if {} {{ return {}; }} ", chosen(mutant.0), mutant.1);
            let start = first.span().byte_range().start;
            self.open(construct, start..start, &words);
        }
        visit::visit_block(self, block);
    }
}

/// Whether `let` stands in this chain of conditions, which then cannot be put in brackets.
fn binds(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(binary) => binds(&binary.left) || binds(&binary.right),
        _ => false,
    }
}

/// Whether a pattern takes whatever is left.
fn is_rest(pattern: &Pat) -> bool {
    match pattern {
        Pat::Wild(_) => true,
        // A name of a constant or a variant begins with a capital.
        Pat::Ident(name) => name.ident.to_string().starts_with(char::is_lowercase),
        Pat::Tuple(parts) => parts.elems.iter().all(is_rest),
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Weaver<'_> {
    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.body(&item.sig, &item.block);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.body(&item.sig, &item.block);
    }

    fn visit_expr_binary(&mut self, expr: &'ast ExprBinary) {
        let mutants = self.found(&expr.op, "BinaryOperator");
        let (left, right) = (expr.left.span().byte_range(), expr.right.span().byte_range());
        let real = &self.source[expr.op.span().byte_range()];
        if mutants.is_empty() || binds(&expr.left) || binds(&expr.right) {
            return visit::visit_expr_binary(self, expr);
        }
        let construct = self.construct(&mutants);
        if real.ends_with('=')
            && !matches!(expr.op, BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Le(_) | BinOp::Ge(_))
        {
            let place = self.source[left.clone()].to_owned();
            self.open(construct, left.start..right.start, "{ match ");
            let made = |op: &str| format!("{place} {op} mutated");
            let mut pieces = vec![(None, " { mutated => ".to_owned())];
            pieces.extend(Self::branches(&mutants, made, real));
            pieces.push((None, " } }".to_owned()));
            self.close(construct, right.end, pieces);
            return self.visit_expr(&expr.right);
        }
        if let ("&&" | "||", [(number, _)]) = (real, &mutants[..]) {
            let op = if real == "&&" { "!=" } else { "==" };
            self.open(construct, left.start..left.start, "(match (");
            let words = format!(") {{ mutated => if mutated {op} {} {{ (", chosen(*number));
            self.between(construct, left.end..right.start, words);
            self.close(construct, right.end, vec![(None, ") } else { mutated } })".to_owned())]);
            return visit::visit_expr_binary(self, expr);
        }
        let compares = matches!(real, "==" | "!=" | "<" | ">" | "<=" | ">=");
        let by = if compares { "&" } else { "" };
        self.open(construct, left.start..left.start, &format!("(match ({by}("));
        self.between(construct, left.end..right.start, format!("), {by}("));
        let mut pieces = vec![(None, ")) { (left, right) => ".to_owned())];
        pieces.extend(Self::branches(&mutants, |op| format!("left {op} right"), real));
        pieces.push((None, " })".to_owned()));
        self.close(construct, right.end, pieces);
        visit::visit_expr_binary(self, expr);
    }

    fn visit_expr_unary(&mut self, expr: &'ast ExprUnary) {
        let mutants = self.found(&expr.op, "UnaryOperator");
        if let [(number, _)] = mutants[..] {
            let real = if matches!(expr.op, UnOp::Not(_)) { "!" } else { "-" };
            let (op, value) = (expr.op.span().byte_range(), expr.expr.span().byte_range());
            let construct = self.construct(&mutants);
            self.open(construct, op.start..value.start, "(match ");
            let words = format!(
                " {{ value => if {} {{ value }} else {{ {real}value }} }})",
                chosen(number)
            );
            self.close(construct, value.end, vec![(None, words)]);
        }
        visit::visit_expr_unary(self, expr);
    }

    fn visit_expr_match(&mut self, expr: &'ast ExprMatch) {
        // `cargo mutants` takes `_ if …` for an arm that takes the rest; without one, an arm less does not compile.
        let takes_rest = |arm: &&Arm| arm.guard.is_none() && is_rest(&arm.pat);
        let rest = expr.arms.iter().find(takes_rest).map(|arm| arm.pat.span().start());
        for arm in &expr.arms {
            if rest.is_none_or(|rest| rest == arm.pat.span().start()) {
                self.at.remove(&(Place::of(arm), "MatchArm"));
            }
        }
        visit::visit_expr_match(self, expr);
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        let gone = self.found(arm, "MatchArm");
        let guard = arm.guard.as_ref().map(|(_, guard)| guard.as_ref());
        let mut bent = guard.map(|guard| self.found(guard, "MatchArmGuard")).unwrap_or_default();
        // `true || !false && guard`: the chosen one decides, the other is out of the way.
        bent.sort_by_key(|(_, words)| *words != "true");
        let all = [gone.clone(), bent.clone()].concat();
        if !all.is_empty() {
            let construct = self.construct(&all);
            let not: Vec<String> =
                gone.iter().map(|(number, _)| format!("!{} && ", chosen(*number))).collect();
            let not = not.concat();
            match guard {
                None => {
                    let end = arm.pat.span().byte_range().end;
                    let words = format!(" if {}", not.trim_end_matches(" && "));
                    self.between(construct, end..end, words);
                }
                Some(guard) if binds(guard) => {}
                Some(guard) => {
                    let range = guard.span().byte_range();
                    let bent: String = bent
                        .iter()
                        .map(|(number, words)| match *words {
                            "true" => format!("{} || ", chosen(*number)),
                            _ => format!("!{} && ", chosen(*number)),
                        })
                        .collect();
                    self.open(construct, range.start..range.start, &format!("{not}({bent}("));
                    self.close(construct, range.end, vec![(None, "))".to_owned())]);
                }
            }
        }
        visit::visit_arm(self, arm);
    }

    fn visit_expr_struct(&mut self, expr: &'ast ExprStruct) {
        for field in &expr.fields {
            let mutants = self.found(field, "StructField");
            if let ([(number, _)], Some(rest)) = (&mutants[..], &expr.rest) {
                let construct = self.construct(&mutants);
                let name = &self.source[field.member.span().byte_range()];
                let rest = self.source[rest.span().byte_range()].to_owned();
                let value = field.expr.span().byte_range();
                let name_is =
                    if field.colon_token.is_some() { String::new() } else { format!("{name}: ") };
                let words =
                    format!("{name_is}if {} {{ ({rest}).{name} }} else {{ ", chosen(*number));
                self.open(construct, value.start..value.start, &words);
                self.close(construct, value.end, vec![(None, " }".to_owned())]);
            }
        }
        visit::visit_expr_struct(self, expr);
    }
}
