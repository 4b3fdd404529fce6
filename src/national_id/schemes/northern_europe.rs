//! The Nordic and Baltic countries.

use super::prelude::*;

pub(super) const DK: &[Row] = &[
    // Since 1 October 2007 numbers are given that fail the old modulus 11, so there is none.
    scheme("DK.cpr", "CPR-nummer", "dddddd-dddd", "010190-1234", &[Date(D::new(0, Ddmmyy, By(special::DK_CENTURY)))])
        .doc("Personnummer", "CPR-registret", "https://www.cpr.dk/cpr-systemet/personnumre-uden-kontrolciffer-modulus-11-kontrol/; ps dk.cpr"),
    scheme("DK.cvr", "CVR-nummer", "[1-9]d{7}", "13585628", &[Sum(sum("27654321", "%11"))]).entity().prefixed("DK")
        .doc("Momsregistreringsnummer", "Erhvervsstyrelsen", "Erhvervsstyrelsen, Modulus 11 kontrol (http://erhvervsstyrelsen.dk/modulus_11); ps dk.cvr"),
];

pub(super) const EE: &[Row] = &[
    scheme("EE.ik", "Isikukood", "[1-8]d{10}", "37605030299", &[Sum(BALTIC), Date(D::new(1, Yymmdd, Digit(0, BALTIC_CENTURIES)))])
        .doc("Isikukood", "Siseministeerium", "Isikukoodide moodustamise, väljajagamise ja andmise kord, § 2: by EVS 585:2007 (https://www.riigiteataja.ee/akt/110062015004); ps ee.ik"),
    scheme("EE.kmkr", "KMKR number", "d{9}", "100931558", &[Sum(sum("37137137", C10))]).entity().prefixed("EE")
        .doc("Käibemaksukohustuslase registreerimisnumber", "Maksu- ja Tolliamet", "European Commission, VIES, VAT identification number structure: nine digits (copy: https://portal.kyckr.com/VATCheckHelp.aspx); ps ee.kmkr"),
];
/// The check digit of Estonia and Lithuania: a second row of weights where the first leads to 10.
const BALTIC: S = sum("1234567891/3456789123", R11_NEXT);
const BALTIC_CENTURIES: &str = "--1818191920202121--";

pub(super) const FI: &[Row] = &[
    // The nine digits modulo 31; weights are the powers of 10. Since 2023 more letters stand for the century.
    scheme("FI.hetu", "Henkilötunnus", "dddddd-dddx|dddddd[A-FU-Y]dddx", "131052-308T", &[
        When("d{9}x", &[Sum(sum("EK2PI87A1", FI_CHECKS)), Date(D::new(0, Ddmmyy, By(special::FI_CENTURY)))]),
        When("d{6}a*", &[Sum(sum("EK2PI807A1", FI_CHECKS)), Date(D::new(0, Ddmmyy, By(special::FI_CENTURY)))]),
        NotIn(-4, "000 001"), Advisory, NotIn(-4, "900-999"),
    ]).only(SPACE | DASH | PLUS).signed()
        .doc("Henkilötunnus", "Digi- ja väestötietovirasto", "Digi- ja väestötietovirasto, Henkilötunnuksen välimerkkiuudistus (https://dvv.fi/hetu-uudistus); ps fi.hetu"),
    scheme("FI.veronumero", "Veronumero", "d{12}", "102021102210", &[])
        .doc("Veronumero (construction sites)", "Verohallinto", "Verohallinto, ohje A52/200/2018, 1: Mikä on veronumero (https://www.edilex.fi/verohallinnon_ohjeet/2018_0503.html); ps fi.veronumero"),
    scheme("FI.ytunnus", "Y-tunnus", "ddddddd-d", "2077474-0", &[Sum(sum("79A58421", "%11"))]).entity().prefixed("FI")
        .doc("Yritys- ja yhteisötunnus", "Patentti- ja rekisterihallitus", "Valtioneuvoston asetus yritys- ja yhteisötietojärjestelmästä 288/2001, 3 § (https://www.finlex.fi/fi/laki/alkup/2001/20010288); ps fi.ytunnus"),
];
const FI_CHECKS: &str = "0123456789ABCDEFHJKLMNPRSTUVWXY";

pub(super) const FO: &[Row] = &[
    scheme("FO.ptal", "P-tal", "dddddd-ddd", "011110-202", &[Advisory, Date(D::new(0, Ddmmyy, Open))])
        .doc("Persónstal", "Landsfólkayvirlitið", "TAKS, P-tal (https://taks.fo/en/individuals/tax/p-tal); Faroe Islands to the OECD, Information on Tax Identification Numbers, I (copy: https://paperzz.com/doc/8953819)"),
];

pub(super) const IS: &[Row] = &[
    scheme("IS.kennitala", "Kennitala", "[0-7]ddddd-ddd[089]", "120160-3389", &[
        Sum(sum("32765432", C11_NO)), Date(D::new(0, Ddmmyy, By(special::IS_CENTURY)).days(40)),
    ]).both().main().taxpayer().doc("Kennitala; organisations add 40 to the day", "Þjóðskrá", "https://skra.is/folk/eg-i-thjodskra/um-kennitolur; ps is_.kennitala"),
    scheme("IS.kerfiskennitala", "Kerfiskennitala", "[89]ddddd-dddd", "800220-2112", &[])
        .doc("Kerfiskennitala: since November 2021 digits at random, no check digit", "Þjóðskrá", "https://skra.is/um-okkur/frettir/frett/2021/04/30/Breytt-birtingamynd-kerfiskennitolu"),
];

pub(super) const LT: &[Row] = &[
    scheme("LT.asmens", "Asmens kodas", "[1-9]d{10}", "33309240064", &[
        Sum(BALTIC), When("[1-8]*", &[Date(D::new(1, Yymmdd, Digit(0, BALTIC_CENTURIES)))]),
    ]).doc("Asmens kodas", "Registrų centras", "Gyventojų registro įstatymas, 2 str. 3 d.: eleven digits (https://www.e-tar.lt/rs/actualedition/TAR.DCBDC82E26CD/zpAAuBnlZQ/); ps lt.asmens"),
    scheme("LT.pvm", "PVM kodas", "d{7}1d|d{10}1d", "119511515", &[
        Advisory, When("d{9}", &[Sum(sum("12345678/34567891", R11_NEXT))]),
        When("d{12}", &[Sum(sum("12345678912/34567891234", R11_NEXT))]),
    ]).entity().prefixed("LT")
        .doc("Pridėtinės vertės mokesčio mokėtojo kodas", "Valstybinė mokesčių inspekcija", "European Commission, VIES, VAT identification number structure: nine or twelve digits (copy: https://portal.kyckr.com/VATCheckHelp.aspx); ps lt.pvm"),
    scheme("LT.tin", "TIN", "d{10}", "2201102012", &[])
        .taxpayer().doc("Mokesčių mokėtojo identifikacinis numeris, of who has no asmens kodas", "Valstybinė mokesčių inspekcija", "Lithuania to the OECD, Information on Tax Identification Numbers (copy: https://www.scribd.com/document/802702452/Lithuania-TIN)"),
];

pub(super) const LV: &[Row] = &[
    scheme("LV.pk", "Personas kods", "[0-3]ddddd-ddddd", "161175-19997", &[
        // Those without a date are all at random, the last digit too.
        When("[0-2]*|3[01]*", &[Date(D::new(0, Ddmmyy, Digit(6, "181920"))), Advisory, LV_CHECK]),
    ]).taxpayer().doc("Personas kods; since 2017 without a date, beginning with 32 to 39", "Pilsonības un migrācijas lietu pārvalde", "Population Register Law as amended, art. 5 (https://www.global-regulation.com/translation/latvia/7831210/amendments-to-the-law-on-population-register.html), and of today’s law https://www.tvnet.lv/7881295: 3, then 2 to 9, then digits at random; http://www.csb.gov.lv/klasifikacijas/latvijas-iedzivotaju-registracijas-sistemas-klasifikators-29922.html; ps lv.pvn"),
    scheme("LV.pvn", "PVN numurs", "dddddd-ddddd", "210210-02201", &[
        When("[4-9]*", &[Sum(sum("91483A25761", "%11=3")), Advisory]), Advisory,
        When("[0-3]*", &[LV_CHECK]),
        When("[0-2]*|3[01]*", &[Date(D::new(0, Ddmmyy, Digit(6, "181920")))]),
    ]).both().prefixed("LV").doc("PVN reģistrācijas numurs", "Valsts ieņēmumu dienests", "European Commission, VIES, VAT identification number structure: eleven digits (copy: https://portal.kyckr.com/VATCheckHelp.aspx); ps lv.pvn"),
];
/// 1101 less the sum, modulo 11, of which 10 is written 0.
const LV_CHECK: Check = Sum(sum("16379A5842", "10098765432"));

pub(super) const NO: &[Row] = &[
    scheme("NO.fnr", "Fødselsnummer", "dddddd ddddd", "151086 95088", &[
        Sum(sum("376189452", C11_NO)), Sum(sum("5432765432", C11_NO)),
        Date(D::new(0, Ddmmyy, By(special::NO_CENTURY)).days(40).months(&[80, 65, 40])),
    ]).doc("Fødselsnummer or D-nummer", "Skatteetaten", "Skatteetaten, Nye fødselsnummer og d-nummer fra 2032: numbers given since then will have other check digits (https://www.skatteetaten.no/en/deling/opplysninger/folkeregisteropplysninger/pid/), and Forskrift om folkeregistrering § 2-2 as quoted in https://lovas.info/2013/12/01/identitetsnummer-i-norge/; ps no.fodselsnummer"),
    scheme("NO.orgnr", "Organisasjonsnummer", "ddd ddd ddd|d{9}MVA", "988 077 917", &[Sum(sum("32765432", C11_NO))]).entity().prefixed("NO")
        .doc("Organisasjonsnummer", "Brønnøysundregistrene", "Brønnøysundregistrene, The organization number (http://www.brreg.no/english/coordination/number.html); Altinn, Krav til informasjon om foretaket (MVA behind it, NO before it); ps no.orgnr"),
];

pub(super) const SE: &[Row] = &[
    scheme("SE.orgnr", "Organisationsnummer", "dddddd-dddd", "802020-1102", &[Luhn(0, 0, 10), Advisory, In(2, "2-9")]).entity()
        .doc("Organisationsnummer", "Bolagsverket", "Lag (1974:174) om identitetsbeteckning för juridiska personer m.fl., 4 § (https://rkrattsbaser.gov.se/sfst?bet=1974:174): ten digits, the last a check digit; ISO 6523 register, code 0007 (copy: https://oid-base.com/get/1.3.7): the third digit is 2 or more; ps se.orgnr"),
    scheme("SE.pnr", "Personnummer", "dddddd-dddd|dddddddd-dddd", "811218-9876", &[
        Luhn(-10, 0, 10),
        When("d{10}", &[Date(D::new(0, Yymmdd, Open).days(60))]),
        When("d{12}", &[Date(D::new(0, Yyyymmdd, Open).days(60))]),
    ]).only(SPACE | DASH | PLUS)
        .doc("Personnummer or samordningsnummer", "Skatteverket", "European Commission, TIN country sheet Sweden, 1 and 2 (copy: https://paperzz.com/doc/8648863); ps se.personnummer"),
];
