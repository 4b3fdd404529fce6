//! One file a rule, each of the same shape: what it judges, `Source:`, `Not checked:`, `RULE`, `check`, a doctest.

pub mod address_line;
pub mod birth_date;
pub mod choice;
pub mod city;
pub mod country;
pub mod document_number;
pub mod email;
pub mod expiration_date;
pub mod free_text;
pub mod https_url;
pub mod issue_date;
pub mod locale;
pub mod mrz;
pub mod name;
pub mod national_id_number;
pub mod nationality;
pub mod phone;
pub mod postal_code;
pub mod state;
pub mod subdivision;
