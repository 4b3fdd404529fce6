//! Western and southern Europe.

use super::prelude::*;

pub(super) const AD: &[Row] = &[
    scheme("AD.nrt", "NRT", "[ACDEFGLOPU]-d{6}-a", "C-102000-B", &[
        When("F*", &[In(1, "000000-699999")]), When("[AL]*", &[In(1, "700000-799999")]),
    ]).both().doc("Número de Registre Tributari", "Departament de Tributs i de Fronteres", "Andorra to the OECD, on art. 14 of the Regulations of the NRT, as quoted in https://taxes.andorraonline.org/?p=295; ps ad.nrt"),
];

pub(super) const AT: &[Row] = &[
    scheme("AT.tin", "Steuernummer", "dd-ddd/dddd", "12-001/1002", &[Luhn(0, 0, 10)]).both().also(COMMA)
        .doc("Abgabenkontonummer", "Finanzamt Österreich", "ps at.tin"),
    scheme("AT.uid", "UID-Nummer", "Ud{8}", "U13585627", &[Sum(sum("1212121", "6543210987").from(1).at(8).cross())]).entity().prefixed("AT")
        .doc("Umsatzsteuer-Identifikationsnummer", "Finanzamt Österreich", "European Commission, VIES, VAT identification number structure: U and eight digits (copy: https://portal.kyckr.com/VATCheckHelp.aspx); ps at.uid"),
    scheme("AT.vnr", "SV-Nummer", "[1-9]ddd dddddd", "2120 022211", &[
        Sum(sum("3790584216", R11_NO).at(3)), Tells(D::new(4, Ddmmyy, Open)),
    ]).doc("Sozialversicherungsnummer", "Dachverband der Sozialversicherungsträger", "Austrian Parliament, answer 4690/AB XXIII. GP, question 1: months 13 to 15 (https://www.parlament.gv.at/PAKT/VHG/XXIII/AB/AB_04690/fnameorig_136871.html); ps at.vnr"),
];

pub(super) const BE: &[Row] = &[
    scheme("BE.bis", "BIS-nummer", "dd.dd.dd-ddd.dd", "22.22.10-110.12", &[
        BE_CHECK, In(2, "20-32 40-52"), Tells(BE_BIRTH.months(&[40, 20])),
    ]).doc("BIS-nummer / numéro BIS", "Kruispuntbank van de Sociale Zekerheid", "Koninklijk besluit van 8 februari 1991, art. 1 to 4 (https://www.ksz-bcss.fgov.be/nl/page/koninklijk-besluit-van-8-februari-1991); ps be.bis"),
    scheme("BE.nn", "Rijksregisternummer", "dd.dd.dd-ddd.dd", "85.07.30-033.28", &[
        BE_CHECK, In(2, "00-12"), Tells(BE_BIRTH),
    ]).main().taxpayer().doc("Rijksregisternummer / numéro de registre national", "Rijksregister", "Municipality of Zwalm, Rijksregisternummer (https://www.zwalm.be/leven/burgerzaken/identiteit/rijksregisternummer), and for the check number the royal decree of BE.bis, art. 4; ps be.nn"),
    scheme("BE.ssn", "INSZ / NISS", "dd.dd.dd-ddd.dd", "00.20.01-020.22", &[
        BE_CHECK, In(2, "00-12 20-32 40-52"), Tells(BE_BIRTH.months(&[40, 20])),
    ]).doc("Identificatienummer van de sociale zekerheid: either of the others", "Kruispuntbank van de Sociale Zekerheid", "Koninklijk besluit van 8 februari 1991, art. 1 to 4 (https://www.ksz-bcss.fgov.be/nl/page/koninklijk-besluit-van-8-februari-1991); ps be.ssn"),
    scheme("BE.vat", "Ondernemingsnummer", "[01]ddd.ddd.ddd", "0100.200.010", &[BE_VAT]).entity().prefixed("BE")
        .doc("Ondernemingsnummer / numéro d’entreprise", "Kruispuntbank van Ondernemingen", "FOD Economie, Ondernemingsnummers beginnen nu ook met het cijfer 1 (https://news.economie.fgov.be/228778-ondernemingsnummers-beginnen-nu-ook-met-het-cijfer-1); ps be.vat"),
];
/// The remainder of 97, reckoned for births since 2000 with a 2 before the number.
const BE_CHECK: Check = Any(&[
    &[Mod(M { lead: 0, len: 9, modulus: 97, rest: Complement })],
    &[Mod(M { lead: 2, len: 9, modulus: 97, rest: Complement })],
]);
const BE_BIRTH: D = D::new(0, Yymmdd, By(special::BE_CENTURY));
const BE_VAT: Check = Mod(M { lead: 0, len: 8, modulus: 97, rest: Complement });

pub(super) const CH: &[Row] = &[
    scheme("CH.ahv", "AHV-Nummer", "756.dddd.dddd.dd", "756.9217.0769.85", &[Sum(sum("131313131313", C10))])
        .doc("AHV-Nummer / numéro AVS / numero AVS", "Zentrale Ausgleichsstelle", "AHVV, Art. 133 (copy: http://www.gesetze.ch/sr/831.101/831.101_050.htm); ps ch.ssn"),
    scheme("CH.uid", "UID", "CHE-ddd.ddd.ddd|ddd.ddd.ddd", "CHE-101.201.122", &[Sum(right("54327654", C11_NO))]).entity()
        .doc("Unternehmens-Identifikationsnummer", "Bundesamt für Statistik", "Bundesamt für Statistik, Die UID: Aufbau, Berechnung der Prüfziffer (http://www.bfs.admin.ch/bfs/portal/de/index/themen/00/05/blank/03/02.html); UIDV, Art. 5 (https://lawbrary.ch/law/art/UIDV-v2020.02-de-art-5); ps ch.uid"),
];

pub(super) const CY: &[Row] = &[
    scheme("CY.tic", "TIC", "d{8}-a", "11101010-B", &[
        When("[0-57-9]*", &[Rule(special::ODD_EVEN_26)]), NotIn(0, "12"),
        // The letter of the numbers since 2023 is reckoned in a way that was read in no official page.
        Advisory, When("6*", &[Rule(special::ODD_EVEN_26)]),
    ]).both().prefixed("CY")
        .doc("Αριθμός Φορολογικής Ταυτότητας (tax identification code)", "Tax Department", "European Commission, VIES, VAT identification number structure: eight digits and a letter (copy: https://portal.kyckr.com/VATCheckHelp.aspx); Tax Department, New TIN format of 2023: they begin with 6 (as told in https://atca.com.cy/new-tin-format/); ps cy.vat"),
    scheme("CY.id", "ID card number", "d{5,10}", "0120212", &[])
        .doc("Αριθμός δελτίου ταυτότητας", "Civil Registry and Migration Department", "own"),
];

pub(super) const DE: &[Row] = &[
    scheme("DE.ausweis", "Ausweisnummer", "x{9}|x{9}d|ad{7}|x{9}dD?d{14}D?d", "023102021", &[
        When("x{9}*", &[Rule(special::DE_CARD)]),
    ]).also(SPACE).doc("Seriennummer des Personalausweises, with or without its check digit, or the whole lower line", "Bundesdruckerei", "Personalausweisgesetz, § 2 Abs. 8: nine places, or a letter and seven digits (as quoted in https://afdfraktion-lsa.de/identitaetsfeststellung-mittels-der-personalausweisnummer-2); js de.pwnr"),
    scheme("DE.idnr", "Steuer-ID", "[1-9]d ddd ddd ddd", "86 095 742 719", &[Mod11_10, Rule(special::DE_IDNR_REPEATS)]).also(SLASH | COMMA)
        .taxpayer().doc("Steuerliche Identifikationsnummer", "Bundeszentralamt für Steuern", "Germany to the OECD, Information on Tax Identification Numbers, I: sections 139a and 139b of the Fiscal Code (copy: https://scribd.com/document/686111786/Germany-TIN); ps de.idnr"),
    // Each state parts its numbers otherwise, so that no slash stands in the format.
    scheme("DE.stnr", "Steuernummer", "d{10,11}|dddd0d{8}", "101/0102/0222", &[
        When("d{13}", &[In(0, "10 11 21-24 26-28 30-32 40 41 50-59 90-99")]),
    ]).both().also(SLASH | COMMA).doc("Steuernummer", "Finanzämter der Länder", "ELSTER, Steuernummer: of as many digits as the state says (https://www.elster.de/eportal/helpGlobal?themaGlobal=wo_ist_meine_steuernummer_eop); ps de.stnr"),
    scheme("DE.svnr", "SV-Nummer", "dd dddddd a ddd", "12 222020 B 022", &[
        // A letter stands for two digits of weights 2 and 1; its place in the alphabet has that sum as the sum of its digits.
        Sum(sum("21257121121", R10).by(special::DE_SVNR_VALUES).cross()), Tells(D::new(2, Ddmmyy, Open)), Advisory,
        In(0, "02-04 08-21 23-26 28 29 38-40 42-44 48-80 82 89"),
    ]).doc("Versicherungsnummer der Rentenversicherung", "Deutsche Rentenversicherung", "Versicherungsnummern-, Kontoführungs- und Versicherungsverlaufsverordnung (VKVV), § 2 (https://urteile-gesetze.de/gesetze/vkvv/2); js de.svnr"),
    scheme("DE.vat", "USt-IdNr.", "[1-9]d{8}", "222210020", &[Mod11_10]).entity().prefixed("DE").also(SLASH | COMMA)
        .doc("Umsatzsteuer-Identifikationsnummer", "Bundeszentralamt für Steuern", "European Commission, VIES, VAT identification number structure: nine digits (copy: https://portal.kyckr.com/VATCheckHelp.aspx); ps de.vat"),
];

pub(super) const ES: &[Row] = &[
    scheme("ES.dni", "DNI", "dddddddd-a", "12345678-Z", &[ES_DNI])
        .doc("Documento Nacional de Identidad", "Dirección General de la Policía", "Real Decreto 1553/2005, art. 11, as the Dirección General de Ordenación del Juego explains it (https://ordenacionjuego.es/ca/calculo-digito-control); ps es.dni"),
    scheme("ES.nie", "NIE", "[XYZ]-ddddddd-a", "X-1234567-L", &[ES_DNI])
        .doc("Número de Identidad de Extranjero", "Dirección General de la Policía", "Real Decreto 1553/2005, art. 11, as the Dirección General de Ordenación del Juego explains it (https://ordenacionjuego.es/ca/calculo-digito-control); ps es.nie"),
    scheme("ES.nif", "NIF", "xdddddddx", "12345678Z", &[
        NotIn(0, "I O T"),
        When("[0-9XYZ]*", &[ES_DNI]),
        When("[KLM]*", &[Sum(sum("6JIB8A1", ES_LETTERS).from(1).at(8))]),
        When("[A-HJNP-SUVW]*", &[Any(&[
            &[Sum(sum("2121212", C10).from(1).at(8).cross())], &[Sum(sum("2121212", "JIHGFEDCBA").from(1).at(8).cross())],
        ])]),
    ]).both().prefixed("ES").doc("Número de Identificación Fiscal: DNI, NIE, or of others", "Agencia Tributaria", "Spain to the OECD, Information on Tax Identification Numbers, I (copy: https://paperzz.com/doc/9275899); Real Decreto 1065/2007, art. 19 (copy: http://sima.cat/boe/NIF.HTM); ps es.nif"),
    scheme("ES.nss", "NUSS", "dd/dddddddd/dd", "22/11222002/11", &[Mod(M { lead: 0, len: 10, modulus: 97, rest: Same }), In(0, "01-53 66")])
        .doc("Número de la Seguridad Social", "Tesorería General de la Seguridad Social", "js es.nss"),
];
/// The letter by the number modulo 23; weights are the powers of 10, and X, Y, Z count 0, 1, 2.
const ES_DNI: Check = Sum(sum("E6JIB8A1", ES_LETTERS).by(special::ES_DNI_VALUES));
const ES_LETTERS: &str = "TRWAGMYFPDXBNJZSQVHLCKE";

pub(super) const FR: &[Row] = &[
    scheme("FR.nif", "Numéro fiscal", "[0-3]d dd ddd ddd ddd", "01 01 112 202 121", &[Mod(M { lead: 0, len: 10, modulus: 511, rest: Same })])
        .taxpayer().doc("Numéro fiscal de référence (SPI)", "Direction générale des Finances publiques", "European Commission, TIN country profile France, 1: 13 digits, the first 0, 1, 2 or 3 (copy: https://paperzz.com/doc/9168557); ps fr.nif"),
    scheme("FR.nir", "Numéro de sécurité sociale", "d dd dd dd ddd ddd dd|d{5}2[AB]d{8}", "2 95 10 99 126 111 93", &[
        Mod(M { lead: 0, len: 13, modulus: 97, rest: Complement }),
    ]).main().doc("Numéro d’inscription au répertoire des personnes physiques", "Insee", "Décret n° 82-103 du 22 janvier 1982, art. 4, of the layout, as quoted by Insee (https://xml.insee.fr/schema/2004/nir.html); ps fr.nir"),
    scheme("FR.siren", "SIREN", "ddd ddd ddd", "111 011 011", &[Luhn(0, 0, 10)]).entity()
        .doc("Numéro SIREN", "Insee", "Insee, schéma SIREN, NIC et SIRET (http://xml.insee.fr/schema/siret.html); ps fr.siren"),
    scheme("FR.siret", "SIRET", "ddd ddd ddd ddddd", "211 222 112 02202", &[
        Luhn(0, 9, 10), Any(&[&[Luhn(0, 0, 10)], &[In(0, "356000000"), Sum(sum("11111111111111", "%5"))]]),
    ]).entity().doc("Numéro SIRET; La Poste's establishments are reckoned modulo 5", "Insee", "ps fr.siret"),
];

pub(super) const GB: &[Row] = &[
    scheme("GB.nhs", "NHS number", "ddd ddd dddd", "010 200 1022", &[Sum(sum("A98765432", C11_NO))])
        .doc("NHS number", "NHS England", "NHS Data Dictionary, NHS Number (http://www.datadictionary.nhs.uk/version2/data_dictionary/data_field_notes/n/nhs_number_de.asp?shownav=0); ps gb.nhs"),
    scheme("GB.nino", "National Insurance number", "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] dd dd dd [A-D]", "AB 12 34 56 C", &[
        NotIn(0, "BG GB KN NK NT TN ZZ"),
    ]).main().doc("National Insurance number", "HM Revenue and Customs; Department for Work and Pensions", "HMRC, National Insurance Manual NIM39110 (https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110); js gb.nino"),
    scheme("GB.utr", "UTR", "ddddd ddddd|d{10}K", "19558 39661", &[Sum(sum("6789A5432", "21987654321").from(1).at(0))]).both()
        .doc("Unique Taxpayer Reference", "HM Revenue and Customs", "ps gb.utr; a K may stand behind it on letters, unverified"),
];

pub(super) const GI: &[Row] = &[
    scheme("GI.crc", "Company number", "d{4,6}", "010202", &[]).entity().doc("Company registration number", "Companies House Gibraltar", "own"),
    scheme("GI.tin", "Tax reference", "d{4,12}", "0110221", &[]).both().doc("Taxpayer reference number", "Income Tax Office", "own"),
];

pub(super) const GR: &[Row] = &[
    scheme("GR.afm", "ΑΦΜ", "d{9}|d{8}", "121102101", &[Sum(right("379A5842", R11_0)), NotIn(0, "000000000")]).both().prefixed("EL GR")
        .doc("Αριθμός Φορολογικού Μητρώου", "ΑΑΔΕ (Independent Authority for Public Revenue)", "European Commission, VIES, VAT identification number structure: nine digits (copy: https://portal.kyckr.com/VATCheckHelp.aspx); ps gr.vat"),
    scheme("GR.amka", "ΑΜΚΑ", "dddddd-ddddd", "100112-22212", &[Luhn(0, 0, 10), Date(D::new(0, Ddmmyy, Open))])
        .doc("Αριθμός Μητρώου Κοινωνικής Ασφάλισης", "ΗΔΙΚΑ", "ps gr.amka"),
    // Two characters of the holder's choice, one that checks, and the ΑΦΜ; how the one that checks is reckoned is not published.
    scheme("GR.pa", "Προσωπικός Αριθμός", "[A-Z0-9\u{1a}]{3}-d{9}", "A1B-121102101", &[Advisory, Sum(right("379A5842", R11_0))])
        .doc("Προσωπικός Αριθμός (Π.Α.), since June 2025", "Υπουργείο Ψηφιακής Διακυβέρνησης", "2nd https://www.tanea.gr/2025/09/03/economy/prosopikos-arithmos-pote-ligei-i-prothesmia-gia-ekdosi-apo-tous-polites/ and https://www.lifo.gr/now/greece/prosopikos-arithmos-mehri-pote-mporeite-na-ton-ekdosete-analytika-i-diadikasia"),
];

pub(super) const IE: &[Row] = &[
    // The second letter counts 9 times its place; W, T and X count nothing.
    scheme("IE.pps", "PPS number", "ddddddd[A-W][ABHWTX]?", "1234567T", &[
        Sum(sum("876543209", "WABCDEFGHIJKLMNOPQRSTUV").at(7).by(special::IE_PPS_VALUES)),
    ]).doc("Personal Public Service number", "Department of Social Protection", "Revenue, eBrief No. 03/13 (copy: http://ise70.compuscript.ie/icai/20200717/out/tax/taxpoint/source/2013/02/ireland/2013-02-ireland-2.html); ps ie.pps"),
];

pub(super) const IM: &[Row] = &[
    scheme("IM.nino", "National Insurance number", "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] dd dd dd [A-D]", "AB 12 34 56 C", &[
        NotIn(0, "BG GB KN NK NT TN ZZ"),
    ]).doc("National Insurance number", "Isle of Man Treasury", "HMRC, National Insurance Manual NIM39110 (https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110)"),
    scheme("IM.tin", "Tax reference", "[HC]d{6}(d?d?)", "C000212(11)", &[]).both().doc("Tax reference number", "Isle of Man Income Tax Division", "own"),
];

pub(super) const IT: &[Row] = &[
    scheme("IT.cie", "Numero CIE", "C[A-Z]-ddddd-aa", "CA-12345-AA", &[NotIn(0, "CA00000AA")])
        .doc("Numero della carta d’identità elettronica", "Ministero dell’Interno", "Comune di Ascoli Piceno, Carta di identità elettronica (https://www.comune.ap.it/flex/cm/pages/ServeBLOB.php/L/IT/IDPagina/13753); vj IT"),
    scheme("IT.codicefiscale", "Codice fiscale", "aaa aaa oo[A-EHLMPR-T]oo aooo a", "RSS MRA 85T10 A562 S", &[
        Rule(special::ODD_EVEN_26), Born(special::IT_BIRTH),
    ]).main().taxpayer().doc("Codice fiscale", "Agenzia delle Entrate", "Decreto ministeriale 23 dicembre 1976, n. 13813, art. 1 and 2 (copy: https://www.civile.it/tributario/visual.php?num=60422); ps it.codicefiscale"),
    scheme("IT.iva", "Partita IVA", "d{11}", "02111221210", &[Luhn(0, 0, 10), NotIn(0, "0000000"), Advisory, In(7, "001-100 120 121 888 999")]).entity().prefixed("IT")
        .doc("Partita IVA", "Agenzia delle Entrate", "European Commission, VIES, VAT identification number structure: eleven digits (copy: https://portal.kyckr.com/VATCheckHelp.aspx); ps it.iva"),
];

pub(super) const LI: &[Row] = &[
    scheme("LI.peid", "PEID", "d{4,12}", "1010212", &[]).both().only(SPACE | DOT)
        .doc("Personenidentifikationsnummer", "Amt für Informatik", "ps li.peid"),
];

pub(super) const LU: &[Row] = &[
    scheme("LU.matricule", "Matricule", "dddd dd dd ddd dd", "1893 12 01 057 32", &[
        // The month or the day of who does not know it is 00.
        LuhnAndVerhoeff, In(4, "00-12"), Any(&[&[In(4, "00")], &[In(6, "00")], &[Date(D::new(0, Yyyymmdd, Open))]]),
    ])
        .doc("Numéro d’identification national", "Centre des technologies de l’information de l’État", "Règlement grand-ducal du 28 novembre 2013, art. 1 (http://legilux.public.lu/eli/etat/leg/rgd/2013/11/28/n1/jo); idn LU"),
    scheme("LU.tva", "TVA", "d{8}", "15027442", &[NotIn(0, "000000"), Mod(M { lead: 0, len: 6, modulus: 89, rest: Same })]).entity().prefixed("LU")
        .doc("Numéro d’identification TVA", "Administration de l’enregistrement, des domaines et de la TVA", "European Commission, VIES, VAT identification number structure: eight digits (copy: https://portal.kyckr.com/VATCheckHelp.aspx); ps lu.tva"),
];

pub(super) const MT: &[Row] = &[
    // Five digits of the birth's registration, two of its year.
    scheme("MT.id", "ID card number", "d{3,7}[MGAPLHBZ]", "1010220B", &[
        Advisory, When("d{7}[MGLHBZ]", &[In(0, "00000-32000")]), When("d{7}[AP]", &[NotIn(6, "0")]),
    ]).doc("Identity card number", "Identità", "https://identita.gov.mt/mt/identity-cards-useful-info/; vj mt-MT"),
    scheme("MT.tin", "TIN", "d{9}|d{3,7}[MGAPLHBZ]", "101111211", &[]).both().doc("Taxpayer Identification Number", "Malta Tax and Customs Administration", "Malta to the OECD, Information on Tax Identification Numbers, II (copy: https://docslib.org/doc/10218243)"),
];

pub(super) const NL: &[Row] = &[
    scheme("NL.bsn", "BSN", "dddd.dd.ddd|d{8}", "1112.22.333", &[Sum(right("98765432", R11_NO)), NotIn(0, "00000000")])
        .doc("Burgerservicenummer", "Rijksdienst voor Identiteitsgegevens", "Netherlands to the OECD, Information on Tax Identification Numbers, II (copy: https://scribd.com/document/739086021/Netherlands-TIN); ps nl.bsn"),
    scheme("NL.btw", "Btw-id", "dddddddddBdd", "123456789B13", &[
        NotIn(0, "000000000"), NotIn(10, "00"), Advisory, Any(&[&[Rule(special::NL_BTW)], &[Sum(sum("98765432", R11_NO))]]),
    ]).entity().prefixed("NL")
        .doc("Btw-identificatienummer", "Belastingdienst", "the format: Using and checking VAT numbers (https://business.gov.nl/regulation/using-checking-vat-numbers/), which calls the last two random; ps nl.btw"),
];

pub(super) const PT: &[Row] = &[
    scheme("PT.cc", "Cartão de cidadão", "dddddddd d xxd", "01202211 1 020", &[Luhn(0, 0, 10)]).only(SPACE)
        .doc("Número de documento do cartão de cidadão", "Instituto dos Registos e do Notariado", "Agência para a Modernização Administrativa, Validação de Número de Documento do Cartão de Cidadão, 1.0, 2.1 (copy: https://pt.scribd.com/document/514853310); ps pt.cc"),
    scheme("PT.nif", "NIF", "[1-9]dd ddd ddd", "123 456 789", &[Sum(sum("98765432", C11_0))]).both().prefixed("PT")
        .doc("Número de identificação fiscal", "Autoridade Tributária e Aduaneira", "European Commission, VIES, VAT identification number structure: nine digits (copy: https://portal.kyckr.com/VATCheckHelp.aspx); ps pt.nif"),
];

pub(super) const SM: &[Row] = &[
    scheme("SM.coe", "COE", "0?d{5}|d{3,4}", "010222", &[]).entity()
        .doc("Codice operatore economico", "Ufficio Attività Economiche", "ps sm.coe"),
    scheme("SM.iss", "Codice ISS", "d{4,9}", "1120001", &[]).doc("Codice ISS", "Istituto per la Sicurezza Sociale", "own"),
];
