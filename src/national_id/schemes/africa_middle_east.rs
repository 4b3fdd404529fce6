//! Africa and the Middle East.

use super::prelude::*;

pub(super) const AE: &[Row] = &[
    scheme("AE.eid", "Emirates ID", "784-dddd-ddddddd-d", "784-1980-1234567-8", &[Advisory, In(3, "18-20"), Luhn(0, 0, 10)])
        .doc("Emirates ID number (رقم الهوية)", "Federal Authority for Identity, Citizenship, Customs and Port Security", "Emirates Identity Authority, press release of 2016-01-17, as quoted in https://www.emirates247.com/news/emirates/emirates-id-number-allocated-for-life-cannot-be-changed-2016-01-17-1.617466; idn AE"),
    scheme("AE.trn", "TRN", "d{15}", "000120112112012", &[]).entity().doc("Tax Registration Number", "Federal Tax Authority", "own"),
];

pub(super) const AO: &[Row] = &[
    scheme("AO.bi", "BI", "d{9}aaddd", "010000112AA102", &[]).doc("Bilhete de Identidade", "Ministério da Justiça e dos Direitos Humanos", "js ao.bi"),
    scheme("AO.nif", "NIF", "d{9}aaddd|d{10}", "100210100AA201", &[]).both().doc("Número de Identificação Fiscal", "Administração Geral Tributária", "Decreto Executivo 366/17, artigo 5: a citizen's is the number of the Bilhete de Identidade (as quoted in https://github.com/arthurdejong/python-stdnum/issues/388); js ao.nif"),
];

pub(super) const BH: &[Row] = &[
    scheme("BH.cpr", "CPR number", "d{9}", "021122002", &[In(2, "01-12")])
        .doc("Central Population Registration number (الرقم الشخصي)", "Information & eGovernment Authority", "idn BH"),
];

pub(super) const BW: &[Row] = &[
    scheme("BW.omang", "Omang", "d{4}[12]d{4}", "022220002", &[]).doc("Omang", "Department of Civil and National Registration", "own"),
    scheme("BW.tin", "TIN", "[A-Z]?d{7,11}", "A0222001", &[]).both().doc("Taxpayer Identification Number", "Botswana Unified Revenue Service", "own"),
];

pub(super) const CI: &[Row] = &[
    scheme("CI.nif", "NCC", "d{7}a", "1010020B", &[]).both().doc("Numéro de compte contribuable", "Direction générale des Impôts", "own"),
    scheme("CI.nni", "NNI", "d{11}", "00021020100", &[]).doc("Numéro national d’identification", "Office National de l’État Civil et de l’Identification", "own"),
];

pub(super) const CM: &[Row] = &[
    scheme("CM.nif", "NIU", "[MP]d{12}a", "M000121100122C", &[]).both().doc("Numéro d’identifiant unique", "Direction générale des Impôts", "own"),
];

pub(super) const DZ: &[Row] = &[
    scheme("DZ.nif", "NIF", "d{15}|d{20}", "011010202200202", &[]).both().doc("Numéro d’identification fiscale", "Direction générale des Impôts", "ps dz.nif"),
    scheme("DZ.nin", "NIN", "d{18}", "202121011020111102", &[]).doc("Numéro d’identification national", "Ministère de l’Intérieur", "Décret exécutif 10-210 du 16 septembre 2010, as quoted in http://almanach-dz.com/index.php?fiche=2453&op=fiche (renewed by the decree of 2023, https://www.lnr-dz.com/2023/09/24/les-dispositions-applicables-au-numero-didentification-national-definies-par-decret/)"),
];

pub(super) const EG: &[Row] = &[
    scheme("EG.nid", "الرقم القومي", "[23]d{13}", "22002011121002", &[
        Date(D::new(1, Yymmdd, Digit(0, "----1920"))), Advisory, In(7, "01-04 11-19 21-29 31-35 88"),
    ]).doc("National ID number", "Civil Status Organization", "idn EG"),
    scheme("EG.tn", "الرقم الضريبي", "ddd-ddd-ddd", "212-001-002", &[]).both().also(SLASH)
        .doc("Tax registration number", "Egyptian Tax Authority", "ps eg.tn"),
];

pub(super) const ET: &[Row] = &[
    scheme("ET.fin", "Fayda number", "dddd dddd dddd|dddd dddd dddd dddd", "2222 2101 1120", &[]).doc("Fayda identification number (FIN) or its alias (FAN)", "National ID Program", "National ID Program, Fayda Number (https://id.gov.et/en/faydanumber/)"),
    scheme("ET.tin", "TIN", "d{10}", "2201011222", &[]).both().doc("Taxpayer Identification Number", "Ministry of Revenues", "own"),
];

pub(super) const GH: &[Row] = &[
    scheme("GH.card", "Ghana card number", "GHA-d{9}-d", "GHA-112122021-1", &[]).doc("Ghana card personal identification number", "National Identification Authority", "2nd Ghana Revenue Authority, TIN FAQ (https://gra.gov.gh/tin/tin-faq/): the Ghana card PIN is a person's TIN since 2021-04-01"),
    scheme("GH.tin", "TIN", "[PCGQV]00d{7}[0-9X]", "C0022002111", &[Sum(sum("123456789", R11_X).from(1).at(10))]).both()
        .doc("Taxpayer Identification Number", "Ghana Revenue Authority", "ps gh.tin"),
];

pub(super) const GN: &[Row] = &[
    scheme("GN.nifp", "NIFp", "ddd-ddd-ddd", "110-111-010", &[Luhn(0, 0, 10)]).both()
        .doc("Numéro d’identification fiscale permanent", "Direction générale des Impôts", "ps gn.nifp"),
];

pub(super) const IL: &[Row] = &[
    scheme("IL.hp", "מספר חברה", "5d{8}", "512220211", &[Luhn(0, 0, 10)]).entity()
        .doc("Company number (ח.פ.)", "Israeli Corporations Authority", "ps il.hp"),
    scheme("IL.id", "מספר זהות", "d{5,8}-d", "3933742-3", &[Luhn(0, 0, 10), NotAllSame])
        .doc("Identity number; zeros may be left out at its front", "Population and Immigration Authority", "ps il.idnr"),
];

pub(super) const IQ: &[Row] = &[
    scheme("IQ.nid", "رقم البطاقة الوطنية", "d{12}", "002011210111", &[]).doc("National card number", "Ministry of Interior", "idn IQ"),
    scheme("IQ.tin", "TIN", "d{6,12}", "1022020", &[]).both().doc("Tax Identification Number", "General Commission for Taxes", "own"),
];

pub(super) const IR: &[Row] = &[
    // Some codes of one digit repeated were issued; 0 and 9 repeated were not.
    scheme("IR.codemelli", "کد ملی", "ddd-dddddd-d", "122-210000-2", &[Sum(sum("A98765432", "01987654321"))])
        .doc("National code", "National Organization for Civil Registration", "vj IR"),
];

pub(super) const JO: &[Row] = &[
    scheme("JO.nid", "الرقم الوطني", "[29]d{9}", "2001212101", &[]).doc("National number", "Civil Status and Passports Department", "own"),
    scheme("JO.tin", "الرقم الضريبي", "d{6,10}", "2202102", &[]).both().doc("Tax number", "Income and Sales Tax Department", "own"),
];

pub(super) const KE: &[Row] = &[
    scheme("KE.id", "ID number", "d{6,9}", "1211122", &[]).doc("National identity card or Maisha number", "National Registration Bureau", "own"),
    scheme("KE.pin", "KRA PIN", "[AP]d{9}a", "A001234567B", &[]).both().doc("Personal Identification Number", "Kenya Revenue Authority", "2nd Kenya Revenue Authority, guidance on PIN registration, as told in https://regfollower.com/kenya-publishes-guidance-on-pin-registration-compliance-for-individuals-non-individual-entities; ps ke.pin"),
];

pub(super) const KM: &[Row] = &[
    scheme("KM.nif", "NIF", "x{5,12}", "0110022", &[]).both().doc("Numéro d’identification fiscale", "Administration générale des Impôts et des Domaines", "own"),
];

pub(super) const KW: &[Row] = &[
    scheme("KW.civil", "الرقم المدني", "[1-3]d{11}", "280010100004", &[
        Date(D::new(1, Yymmdd, Digit(0, "--181920"))), Advisory, Sum(sum("216379A5842", C11_NO)),
    ]).doc("Civil ID number", "Public Authority for Civil Information", "idn KW"),
];

pub(super) const LR: &[Row] = &[
    scheme("LR.tin", "TIN", "d{9}", "012111001", &[]).both().doc("Taxpayer Identification Number", "Liberia Revenue Authority", "own"),
];

pub(super) const LY: &[Row] = &[
    scheme("LY.nid", "الرقم الوطني", "[12]d{11}", "220010022212", &[In(1, "18-20")]).doc("National number", "Civil Registry Authority", "Law 8/2014 on the national ID number, article 2 (https://security-legislation.ly/latest-laws/law-no-8-of-2014-on-the-national-id-number/); vj LY"),
];

pub(super) const MA: &[Row] = &[
    scheme("MA.cin", "CIN", "a{1,2}[1-9]d{0,6}", "BC2202020", &[]).doc("Carte nationale d’identité number", "Direction générale de la Sûreté nationale", "dlf ma"),
    scheme("MA.ice", "ICE", "d{9} dddd dd", "201112222 0821 92", &[Mod(M { lead: 0, len: 15, modulus: 97, rest: Is(0) })]).entity()
        .doc("Identifiant commun de l’entreprise", "Direction générale des Impôts", "ps ma.ice"),
    scheme("MA.if", "IF", "d{7,8}", "2022122", &[]).both().doc("Identifiant fiscal", "Direction générale des Impôts", "own"),
];

pub(super) const MG: &[Row] = &[
    scheme("MG.cin", "CIN", "ddd ddd ddd ddd", "020 221 201 201", &[]).doc("Carte d’identité nationale number", "Ministère de l’Intérieur", "own"),
    scheme("MG.nif", "NIF", "d{10}", "2201212210", &[]).both().doc("Numéro d’identification fiscale", "Direction générale des Impôts", "own"),
];

pub(super) const MR: &[Row] = &[
    scheme("MR.nif", "NIF", "d{8}", "20100211", &[]).both().doc("Numéro d’identification fiscale", "Direction générale des Impôts", "own"),
    scheme("MR.nni", "NNI", "d{10}", "1011021010", &[Mod(M { lead: 0, len: 10, modulus: 97, rest: Is(1) })]).doc("Numéro national d’identification", "Agence nationale du registre des populations et des titres sécurisés", "own"),
];

pub(super) const MU: &[Row] = &[
    scheme("MU.nid", "NID", "ad{12}x", "A3112991234567", &[
        Sum(sum("EDCBA98765432", "0GFEDCBA987654321")), Date(D::new(1, Ddmmyy, Open)),
    ]).doc("National identity card number", "Civil Status Division", "ps mu.nid"),
];

pub(super) const MW: &[Row] = &[
    scheme("MW.nid", "National ID number", "x{8}", "10112201", &[]).doc("National identity card number", "National Registration Bureau", "own"),
    scheme("MW.tpin", "TPIN", "d{8}", "10120111", &[]).both().doc("Taxpayer Identification Number", "Malawi Revenue Authority", "own"),
];

pub(super) const MZ: &[Row] = &[
    scheme("MZ.bi", "BI", "d{12}a", "120012101202C", &[]).doc("Bilhete de Identidade", "Direcção Nacional de Identificação Civil", "js mz.bi"),
    scheme("MZ.nuit", "NUIT", "ddd ddd ddd", "202 211 100", &[Sum(sum("89456789", "01234567891"))]).both()
        .doc("Número Único de Identificação Tributária", "Autoridade Tributária", "Autoridade Tributária, FAQ on the NUIT (as quoted in https://github.com/arthurdejong/python-stdnum/issues/392); ps mz.nuit"),
];

pub(super) const NA: &[Row] = &[
    scheme("NA.id", "ID number", "dddddd ddddd", "110211 00120", &[Date(D::new(0, Yymmdd, Open))]).doc("Identity number", "Ministry of Home Affairs", "own"),
    scheme("NA.tin", "TIN", "d{6,10}", "0211000", &[]).both().doc("Taxpayer Identification Number", "Namibia Revenue Agency", "own"),
];

pub(super) const NG: &[Row] = &[
    scheme("NG.bvn", "BVN", "22d{9}", "22122000220", &[]).doc("Bank Verification Number", "Nigeria Inter-Bank Settlement System", "own"),
    scheme("NG.nin", "NIN", "d{11}", "01020220021", &[]).main().doc("National Identification Number", "National Identity Management Commission", "2nd National Identity Management Commission, as told in https://itedgenews.africa/cbn-restates-plans-to-freeze-bank-accounts-without-bvn-nin-from-march-2024; idn NG"),
    scheme("NG.tin", "TIN", "d{8}-d{4}|d{10}|d{13}", "22122222-2020", &[]).both().doc("Tax Identification Number", "Nigeria Revenue Service; Joint Tax Board", "2nd Joint Revenue Board, as told in https://arbiterz.com/nigeria-introduces-13-digit-tax-id-replaces-old-10-digit-tin/?noamp=mobile, and Federal Inland Revenue Service, as quoted in https://arbiterz.com/firs-confirms-nin-would-act-as-tin-for-individuals"),
];

pub(super) const OM: &[Row] = &[
    scheme("OM.civil", "الرقم المدني", "d{6,9}", "0202011", &[]).doc("Civil number", "Royal Oman Police", "own"),
    scheme("OM.tin", "TIN", "d{6,10}|OMd{6,12}", "0120220", &[]).both().doc("Tax Identification Number", "Oman Tax Authority", "Oman to the OECD, Information on Tax Identification Numbers: up to seven digits, or twelve characters for VAT (as quoted in https://github.com/arthurdejong/python-stdnum/issues/408)"),
];

pub(super) const QA: &[Row] = &[
    scheme("QA.qid", "QID", "[23]d{10}", "22122122010", &[]).doc("Qatar ID number", "Ministry of Interior", "own"),
];

pub(super) const RW: &[Row] = &[
    scheme("RW.nid", "NID", "d dddd d ddddddd d dd", "2 2001 0 0101220 0 00", &[In(1, "19 20")]).doc("National ID number", "National Identification Agency", "own"),
    scheme("RW.tin", "TIN", "d{9}", "120201221", &[]).both().doc("Taxpayer Identification Number", "Rwanda Revenue Authority", "2nd Rwanda Revenue Authority, as told in http://newtimes.co.rw/article/4412/tax-identification-numbers-for-all-tax-payers/amp (2008)"),
];

pub(super) const SA: &[Row] = &[
    scheme("SA.iqama", "رقم الإقامة", "2d{9}", "2012212102", &[Advisory, Luhn(0, 0, 10)]).doc("Iqama number of a resident", "General Directorate of Passports", "Zakat, Tax and Customs Authority, business rules BR-KSA-F-07 to F-11 of the e-invoicing SDK 3.4.4 (https://zatca1.discourse.group/t/introduce-new-format-validation-for-other-buyer-id-bt-46-and-other-seller-id-bt-29/8189); idn SA"),
    scheme("SA.nid", "رقم الهوية الوطنية", "1d{9}", "1120000102", &[Advisory, Luhn(0, 0, 10)]).main().doc("National ID number", "Civil Affairs", "Zakat, Tax and Customs Authority, business rules BR-KSA-F-07 to F-11 of the e-invoicing SDK 3.4.4 (https://zatca1.discourse.group/t/introduce-new-format-validation-for-other-buyer-id-bt-46-and-other-seller-id-bt-29/8189); idn SA"),
    scheme("SA.tin", "الرقم المميز", "[1-3]d{9}|3d{13}3", "1121010011", &[]).both().doc("Tax Identification Number or VAT number", "Zakat, Tax and Customs Authority", "Zakat, Tax and Customs Authority, business rules BR-KSA-F-07 to F-11 of the e-invoicing SDK 3.4.4 (https://zatca1.discourse.group/t/introduce-new-format-validation-for-other-buyer-id-bt-46-and-other-seller-id-bt-29/8189)"),
];

pub(super) const SC: &[Row] = &[
    scheme("SC.nin", "NIN", "ddd-dddd-d-d-dd", "122-0220-0-2-22", &[]).doc("National Identification Number", "Department of Immigration and Civil Status", "own"),
    scheme("SC.tin", "TIN", "d{9}", "102021120", &[]).both().doc("Taxpayer Identification Number", "Seychelles Revenue Commission", "own"),
];

pub(super) const SN: &[Row] = &[
    scheme("SN.cni", "CNI", "[12]d{12}|[12]d{13}", "1220201010011", &[]).doc("Numéro d’identification nationale", "Direction de l’Automatisation des Fichiers", "own"),
    scheme("SN.ninea", "NINEA", "d{7} [0-2][A-HJ-NP-WZ]d|d{9} [0-2][A-HJ-NP-WZ]d|d{7}|d{9}", "1221100 2B1", &[
        When("d{7}|d{7}da*", &[Sum(sum("1212121", "%10"))]), When("d{9}|d{9}da*", &[Sum(sum("121212121", "%10"))]),
    ]).both().also(SLASH | COMMA).doc("Numéro d’identification nationale des entreprises et associations", "ANSD", "ps sn.ninea"),
];

pub(super) const SO: &[Row] = &[
    scheme("SO.tin", "TIN", "x{5,12}", "0211110", &[]).both().doc("Tax Identification Number", "Ministry of Finance", "own"),
];

pub(super) const TG: &[Row] = &[
    scheme("TG.nif", "NIF", "d{9,13}", "111201202", &[]).both().doc("Numéro d’identification fiscale", "Office Togolais des Recettes", "own"),
];

pub(super) const TN: &[Row] = &[
    scheme("TN.cin", "CIN", "d{8}", "02012210", &[]).doc("Carte d’identité nationale number", "Ministère de l’Intérieur", "vj ar-TN"),
    // Zeros may be left out at its front; the four characters behind the key stand on invoices.
    scheme("TN.mf", "Matricule fiscal", "d{2,7}/[A-HJ-NP-TV-Z]|d{2,7}/[A-HJ-NP-TV-Z]/[ABDNP]/E/ddd|d{2,7}/[A-HJ-NP-TV-Z]/[ABDNP]/[CMNP]/000", "0020110/A", &[]).both()
        .doc("Matricule fiscal", "Direction générale des Impôts", "ps tn.mf"),
];

pub(super) const TZ: &[Row] = &[
    scheme("TZ.nida", "NIDA number", "dddddddd-ddddd-ddddd-dd", "11210210-11111-12001-11", &[Date(D::new(0, Yyyymmdd, Open))]).doc("National Identification Number", "National Identification Authority", "own"),
    scheme("TZ.tin", "TIN", "ddd-ddd-ddd", "202-010-222", &[]).both().doc("Taxpayer Identification Number", "Tanzania Revenue Authority", "own"),
];

pub(super) const UG: &[Row] = &[
    scheme("UG.nin", "NIN", "[CAR][MF]x{12}", "CF211080022116", &[]).doc("National Identification Number", "National Identification and Registration Authority", "own"),
    scheme("UG.tin", "TIN", "d{10}", "0101000101", &[]).both().doc("Tax Identification Number", "Uganda Revenue Authority", "Uganda Revenue Authority, Taxpayer Identification Number (http://web.ura.go.ug/Pages/Home%20page%20services/How%20to%20get%20aTax%20payer%20Identification%20Number%20(TIN).aspx)"),
];

pub(super) const YE: &[Row] = &[
    scheme("YE.nid", "الرقم الوطني", "d{11}", "00002002111", &[]).doc("National number", "Civil Status and Civil Registration Authority", "own"),
    scheme("YE.tin", "TIN", "d{5,12}", "1010022", &[]).both().doc("Tax number", "Tax Authority", "own"),
];

pub(super) const ZA: &[Row] = &[
    scheme("ZA.id", "ID number", "dddddd dddd d d d", "800101 5009 0 8 7", &[Luhn(0, 0, 10), Date(D::new(0, Yymmdd, Open)), In(10, "0-2")])
        .doc("Identity number", "Department of Home Affairs", "2nd https://mrscottsnotesonit.blogspot.com/2012/06/how-south-african-id-numbers-work-and.html; ps za.idnr"),
    scheme("ZA.tin", "Tax reference number", "[0-39]ddd/ddd/dd/d", "0011/020/02/1", &[Luhn(0, 0, 10)]).both()
        .doc("Income tax reference number", "South African Revenue Service", "ps za.tin"),
];

pub(super) const ZM: &[Row] = &[
    scheme("ZM.nrc", "NRC", "dddddd/dd/[1-3]", "022011/10/2", &[]).doc("National Registration Card number", "Department of National Registration", "own"),
    scheme("ZM.tpin", "TPIN", "d{10}", "2210010121", &[]).both().doc("Taxpayer Identification Number", "Zambia Revenue Authority", "Zambia Revenue Authority, TPIN registration (http://businesslicenses.gov.zm/business-procedures/details/tpin-registration)"),
];

pub(super) const ZW: &[Row] = &[
    scheme("ZW.nid", "ID number", "dd-dddddd-a-dd|dd-ddddddd-a-dd", "21-020000-A-12", &[
        Sum(right("2E6JIB8A1", "ZABCDEFGHJKLMNPQRSTVWXY").at(-3)), NotIn(0, "00"), Advisory, NotIn(-2, "00"),
    ]).doc("National registration number", "Registrar General", "2nd Minister of Home Affairs, ministerial statement of August 2021 on the 00 code, as told in https://www.zbcnews.co.zw/government-abolishes-the-00-code-on-national-ids/: of the last two digits; idn ZW"),
    scheme("ZW.tin", "TIN", "d{8,10}", "01220022", &[]).both().doc("Business partner or tax number", "Zimbabwe Revenue Authority", "own"),
];
