//! What the rules say of documents as a whole: their types, and what stands in several of them at once.
//!
//! Source: KYC integration guide, "Required document types" (at least one government-issued photo ID). That the same document or
//! image is not sent twice is what reviewers refuse (`duplicate_type`, `same_image_both_sides` of other providers).
//! Not checked: whether two files with different names hold the same picture.

use alloc::vec::Vec;

use crate::{
    code::Code, document::kind::PHOTO_IDS, field::Scope, field_id::Id, finding::Finding, text,
    unicode::is_alphanumeric,
};

pub mod kind;
pub mod number;
mod passports;

/// A finding at a field of a document, at the document or, without an index, at the list.
pub type OfDocument = (Id, Option<usize>, Finding);

/// Judges what the documents of a payload say of each other. Gives [`Code::DocumentsNoPhotoId`], [`Code::DocumentDuplicate`] at the
/// later of the two, and [`Code::DocumentSameImage`] at the later image.
#[must_use]
pub fn check(scope: &Scope<'_>) -> Vec<OfDocument> {
    let mut findings = Vec::new();
    let limit = scope.policy.limits.documents;
    let count = scope.record.documents.len().min(limit);
    let documents = |count: usize| (0..count).map(|at| Scope { document: Some(at), ..*scope });
    let is_photo_id =
        |document: Scope<'_>| type_of(&document).is_some_and(|kind| PHOTO_IDS.contains(&kind));
    if !documents(count).any(is_photo_id) {
        findings.push((Id::Documents, None, Code::DocumentsNoPhotoId.into()));
    }
    for (at, later) in documents(count).enumerate() {
        let earlier = || documents(at);
        if earlier().any(|earlier| are_same(&earlier, &later)) {
            findings.push((Id::Documents, Some(at), Code::DocumentDuplicate.into()));
        }
        for (side, others) in [
            (Id::DocumentFrontImageUrl, &[][..]),
            (Id::DocumentBackImageUrl, &[Id::DocumentFrontImageUrl]),
        ] {
            let Some(image) = later.text(side).map(text::trim) else { continue };
            let is_used =
                |document: &Scope<'_>, id: Id| document.text(id).map(text::trim) == Some(image);
            let sides = [Id::DocumentFrontImageUrl, Id::DocumentBackImageUrl];
            let before = earlier().any(|earlier| sides.iter().any(|id| is_used(&earlier, *id)));
            if before || others.iter().any(|id| is_used(&later, *id)) {
                findings.push((side, Some(at), Code::DocumentSameImage.into()));
            }
        }
    }
    findings
}

/// Whether two photo IDs are one: same type, issuer and number, however the number is written. Two bills of one account share
/// their number.
fn are_same(a: &Scope<'_>, b: &Scope<'_>) -> bool {
    let (Some(number), Some(other)) = (a.text(Id::DocumentNumber), b.text(Id::DocumentNumber))
    else {
        return false;
    };
    let kind = type_of(a);
    kind.is_some_and(|kind| PHOTO_IDS.contains(&kind))
        && kind == type_of(b)
        && issuer(a).eq_ignore_ascii_case(issuer(b))
        && bare(number).next().is_some()
        && bare(number).eq(bare(other))
}

fn type_of(document: &Scope<'_>) -> Option<&'static str> {
    document.text(Id::DocumentType).and_then(kind::of)
}

fn issuer<'a>(document: &Scope<'a>) -> &'a str {
    document.text(Id::DocumentIssuingCountry).map(text::trim).unwrap_or_default()
}

fn bare(number: &str) -> impl Iterator<Item = char> {
    number.chars().filter(|c| is_alphanumeric(*c)).map(|c| c.to_ascii_uppercase())
}
