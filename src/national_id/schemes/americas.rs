//! North America, Central America and the Caribbean.

use super::prelude::*;

pub(super) const BB: &[Row] = &[
    scheme("BB.nrn", "National registration number", "dddddd-dddd", "220101-0112", &[Date(D::new(0, Yymmdd, Open))])
        .doc("National Registration Number", "Electoral and Boundaries Commission", "own"),
];

pub(super) const BZ: &[Row] = &[
    scheme("BZ.tin", "TIN", "d{6}|d{6}-10|d{6}-13|d{6}-66", "100200", &[]).both()
        .doc("Tax Identification Number", "Belize Tax Service", "js bz.tin"),
];

pub(super) const CA: &[Row] = &[
    scheme("CA.bn", "Business number", "ddd ddd ddd|ddd ddd ddd aa dddd", "211 212 121", &[
        Luhn(0, 9, 10), Advisory, When("d{9}a*", &[In(9, "RC RD RE RG RM RN RP RR RT RZ")]),
    ]).entity().doc("Business Number", "Canada Revenue Agency", "Canada Revenue Agency, The Business Number: How it works (https://bac-lac.wayback.archive-it.org/web/20060327205706/http://www.cra-arc.gc.ca/tax/business/topics/bn/works-e.html); ps ca.bn"),
    scheme("CA.sin", "Social insurance number", "ddd ddd ddd", "123 456 782", &[
        Luhn(0, 0, 10), Advisory, NotIn(0, "0 8"),
    ]).doc("Social Insurance Number", "Employment and Social Development Canada", "Canada to the OECD, Information on Tax Identification Numbers, I: nine digits (copy: https://docslib.org/doc/10468566); ps ca.sin"),
    scheme("CA.itn", "Individual tax number", "0dd ddd ddd", "012 345 674", &[NotIn(0, "000000000"), Advisory, Luhn(0, 0, 10)])
        .doc("Individual tax number of who has no SIN", "Canada Revenue Agency", "unverified: the CRA's form T1261 says that it has nine digits; that they begin with 0 and pass Luhn as a SIN does is told by nobody official that was read"),
];

pub(super) const CR: &[Row] = &[
    scheme("CR.cpf", "Cédula", "d-dddd-dddd|0d{9}", "2-0100-1202", &[])
        .doc("Cédula de persona física", "Tribunal Supremo de Elecciones", "ps cr.cpf"),
    scheme("CR.cpj", "Cédula jurídica", "d-ddd-dddddd", "2-100-230122", &[
        In(0, "2100 2200 2300 2400 3002-3014 3101-3110 4000 5001"),
    ]).entity().doc("Cédula de persona jurídica", "Registro Nacional", "ps cr.cpj"),
    scheme("CR.dimex", "DIMEX", "1d{10,11}", "11002020021", &[])
        .doc("Documento de Identidad Migratorio para Extranjeros", "Dirección General de Migración y Extranjería", "ps cr.cr"),
];

pub(super) const CU: &[Row] = &[
    scheme("CU.ni", "Número de identidad", "d{11}", "12102000112", &[
        Date(D::new(0, Yymmdd, Digit(6, "19191919191920202018"))),
    ]).doc("Número de identidad permanente", "Ministerio del Interior", "ps cu.ni"),
];

pub(super) const CW: &[Row] = &[
    scheme("CW.crib", "CRIB", "d{9}", "010112121", &[]).both()
        .doc("Centraal Registratie Informatie Belastingplichtigen", "Inspectie der Belastingen", "own"),
    scheme("CW.idnr", "Sédula", "d{10}", "0002020100", &[Date(D::new(0, Yyyymmdd, Open))])
        .doc("Identiteitsnummer (sédula)", "Kranshi", "own"),
];

pub(super) const DM: &[Row] = &[
    scheme("DM.tin", "TIN", "d{5,10}", "0011121", &[]).both().doc("Tax Identification Number", "Inland Revenue Division", "own"),
];

pub(super) const DO: &[Row] = &[
    scheme("DO.cedula", "Cédula", "ddd-ddddddd-d", "100-1211001-0", &[Advisory, Luhn(0, 0, 10)])
        .taxpayer().doc("Cédula de identidad y electoral", "Junta Central Electoral", "Dirección General de Impuestos Internos, Guía del Contribuyente No. 2: RNC: that it is the taxpayer number too (copy: https://es.scribd.com/document/477369900); ps do.cedula"),
    scheme("DO.rnc", "RNC", "d-dd-ddddd-d", "2-22-22110-2", &[Advisory, Sum(sum("79865432", "21987654321"))]).both()
        .doc("Registro Nacional del Contribuyente", "Dirección General de Impuestos Internos", "Dirección General de Impuestos Internos, Guía del Contribuyente No. 2: RNC, of its nine digits (copy: https://es.scribd.com/document/477369900); ps do.rnc"),
];

pub(super) const GT: &[Row] = &[
    scheme("GT.cui", "CUI", "dddd ddddd dddd", "2101 02110 0202", &[
        Sum(sum("23456789", R11_0)), Advisory,
        In(9, "0101-0117 0201-0208 0301-0316 0401-0416 0501-0514 0601-0614 0701-0719 0801-0808 0901-0924 1001-1021 1101-1109 1201-1230 1301-1333 1401-1421 1501-1508 1601-1617 1701-1714 1801-1805 1901-1911 2001-2011 2101-2107 2201-2217"),
    ]).taxpayer().doc("Código Único de Identificación", "Registro Nacional de las Personas", "Registro Nacional de las Personas, Código Único de Identificación (https://www.renap.gob.gt/noticias/codigo-unico-de-identificacion-cui); js gt.cui"),
    scheme("GT.nit", "NIT", "d{2,11}-[0-9K]", "2000212-2", &[Sum(right("CBA98765432", C11_K))]).both()
        .doc("Número de Identificación Tributaria", "Superintendencia de Administración Tributaria", "2nd Superintendencia de Administración Tributaria, resolución SAT-DSI-393-2025, as told in https://guatemalaherald.com/?p=4393 and https://publinews.gt/noticias/2025/03/19/guatemala-se-olvida-del-nit-que-uso-durante-anos-para-el-pago-de-impuestos; ps gt.nit"),
];

pub(super) const HN: &[Row] = &[
    scheme("HN.dni", "DNI", "dddd-dddd-ddddd", "1110-2221-10010", &[In(0, "01-18")])
        .doc("Documento Nacional de Identificación", "Registro Nacional de las Personas", "own"),
    scheme("HN.rtn", "RTN", "dddd-dddd-dddddd", "1110-1122-212101", &[]).both()
        .doc("Registro Tributario Nacional", "Servicio de Administración de Rentas", "own"),
];

pub(super) const HT: &[Row] = &[
    scheme("HT.nif", "NIF", "ddd-ddd-ddd-d", "212-210-022-1", &[]).both()
        .doc("Numéro d’Identité Fiscale", "Direction Générale des Impôts", "own"),
    scheme("HT.ninu", "NINU", "d{10}", "1111122122", &[])
        .taxpayer().doc("Numéro d’Identification Nationale Unique", "Office National d’Identification", "2nd Direction de l’Immigration et de l’Émigration, as told in https://lereliefhaiti.com/haiti-vers-la-modernisation-du-systeme-didentification-le-ninu-devient-obligatoire-pour-lobtention-du-passeport, and décret du 11 mars 2020, art. 4, as told in https://rhinews.com/actualites/1160-2"),
];

pub(super) const JM: &[Row] = &[
    scheme("JM.trn", "TRN", "ddd-ddd-ddd", "201-120-111", &[]).both()
        .doc("Taxpayer Registration Number", "Tax Administration Jamaica", "Tax Administration Jamaica, What is TRN (copy: https://paperzz.com/doc/7697777); Government of Jamaica (https://dobusiness.gov.jm/nl/get-taxpayer-registration-number)"),
];

pub(super) const LC: &[Row] = &[
    scheme("LC.tin", "TIN", "d{5,9}", "2011002", &[]).both().doc("Tax Identification Number", "Inland Revenue Department", "Inland Revenue Department, TINs & TANs (http://ird.gov.lc/index.php/services-articles/9-tins-tans)"),
];

pub(super) const MX: &[Row] = &[
    scheme("MX.curp", "CURP", "a{4}d{6}[HMX]a{5}xd", "HEGG560427MVZRRL04", &[
        Sum(sum("IHGFEDCBA98765432", C10).by(special::MX_CURP_VALUES)),
        Date(D::new(4, Yymmdd, By(special::MX_CURP_CENTURY))),
        In(11, "AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL SP SR TC TL TS VZ YN ZS"),
        Advisory,
        NotIn(0, "BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA COJE COJI COJO COLA CULO FALO FETO GETA GUEI GUEY JETA JOTO KACA KACO KAGA KAGO KAKA KAKO KOGE KOGI KOJA KOJE KOJI KOJO KOLA KULO LILO LOCA LOCO LOKA LOKO MAME MAMO MEAR MEAS MEON MIAR MION MOCO MOKO MULA MULO NACA NACO PEDA PEDO PENE PIPI PITO POPO PUTA PUTO QULO RATA ROBA ROBE ROBO RUIN SENO TETA VACA VAGA VAGO VAKA VUEI VUEY WUEI WUEY"),
    ]).doc("Clave Única de Registro de Población", "Registro Nacional de Población", "2nd https://politica.expansion.mx/mexico/2026/01/30/curp-persona-fallecida-leyenda-debe-tener-documento; ps mx.curp"),
    scheme("MX.nss", "NSS", "dd dd dd dddd d", "02 11 00 0010 2", &[Luhn(0, 0, 10)])
        .doc("Número de Seguridad Social", "Instituto Mexicano del Seguro Social", "Instituto Mexicano del Seguro Social, Bases para la integración de números de seguridad social: the first two tell the delegation (copy: https://fdocuments.ec/document/manual-interno-de-como-se-debe-integrar-el-numero-de-seguro-social.html); vectors"),
    scheme("MX.rfc", "RFC", "[A-Z&~]{4}d{6}xx[0-9A]|[A-Z&~]{3}d{6}xx[0-9A]|[A-Z&~]{4}d{6}", "GODE561231GR8", &[
        When("[A-Z&~]{4}*", &[Date(D::new(4, Yymmdd, Open))]),
        When("[A-Z&~]{3}d*", &[Date(D::new(3, Yymmdd, Open))]),
        Advisory,
        When("[A-Z&~]{4}d{6}xxx", &[Sum(sum("DCBA98765432", C11_A).by(special::RFC))]),
        When("[A-Z&~]{3}d{6}xxx", &[Sum(sum("CBA98765432", "3210A987654").by(special::RFC))]),
        When("[A-Z&~]{4}*", &[NotIn(0, "BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COJA COJE COJI COJO CULO FETO GUEY JOTO KACA KACO KAGA KAGO KAKA KOGE KOJO KULO MAME MAMO MEAR MEAS MEON MION MOCO MULA PEDA PEDO PENE PUTA PUTO QULO RATA RUIN")]),
    ]).both().doc("Registro Federal de Contribuyentes", "Servicio de Administración Tributaria", "SAT, answer 0610100135506 of 2006-10-18 (algoritmo para generar el RFC con homoclave); ps mx.rfc"),
];

pub(super) const NI: &[Row] = &[
    scheme("NI.cedula", "Cédula", "ddd-dddddd-dddda", "222-220200-0220C", &[Date(D::new(3, Ddmmyy, Open))])
        .doc("Cédula de identidad ciudadana", "Consejo Supremo Electoral", "own"),
    scheme("NI.ruc", "RUC", "[JRNE]d{13}|d{13}a", "J1121221002002", &[]).both()
        .doc("Registro Único de Contribuyentes", "Dirección General de Ingresos", "own"),
];

pub(super) const PA: &[Row] = &[
    scheme("PA.cedula", "Cédula", "d{4,13}|PEd{2,10}|[EN]d{2,12}|d{1,2}[AP][VI]d{2,10}", "0201110", &[])
        .doc("Cédula de identidad personal", "Tribunal Electoral", "Dirección General de Ingresos, Inscripción del RUC, in Panamá Tramita (http://www.panamatramita.gob.pa/tramite/inscripci%C3%B3n-del-n%C3%BAmero-de-registro-%C3%BAnico-de-contribuyentes-ruc)"),
    scheme("PA.ruc", "RUC", "d{5,16}|d{1,2}N[TV]d{4,12}|[EN]d{4,12}|PEd{4,12}", "2010022", &[]).both()
        .doc("Registro Único de Contribuyentes", "Dirección General de Ingresos", "Dirección General de Ingresos, Inscripción del RUC, in Panamá Tramita (http://www.panamatramita.gob.pa/tramite/inscripci%C3%B3n-del-n%C3%BAmero-de-registro-%C3%BAnico-de-contribuyentes-ruc)"),
];

pub(super) const SV: &[Row] = &[
    scheme("SV.dui", "DUI", "dddddddd-d", "11100221-0", &[Advisory, Sum(sum("98765432", C10))])
        .taxpayer().doc("Documento Único de Identidad", "Registro Nacional de las Personas Naturales", "Ley del Registro y Control Especial de Contribuyentes al Fisco, art. 4 as amended by Decreto Legislativo 203 of 2021: an adult Salvadoran's is the DUI number (as quoted in https://vag-global.com/noticias/el-salvador/reforman-la-ley-del-registro-y-control-especial-de-contribuyentes-al-fisco)"),
    scheme("SV.nit", "NIT", "[019]ddd-dddddd-ddd-d", "1222-221201-122-1", &[
        When("d{10}0*|d{10}100d", &[Sum(sum("EDCBA98765432", R11_0))]),
        When("d{10}[1-9][1-9]*|d{10}[1-9]0[1-9]d|d{10}[2-9]00d", &[Sum(sum("2765432765432", C11_0))]),
    ]).both().prefixed("SV").doc("Número de Identificación Tributaria", "Ministerio de Hacienda", "Ley del Registro y Control Especial de Contribuyentes al Fisco, art. 4 as amended by Decreto Legislativo 203 of 2021: an adult Salvadoran's is the DUI number (as quoted in https://vag-global.com/noticias/el-salvador/reforman-la-ley-del-registro-y-control-especial-de-contribuyentes-al-fisco); ps sv.nit"),
];

pub(super) const TT: &[Row] = &[
    scheme("TT.bir", "BIR number", "d{9,10}", "001122021", &[]).both()
        .doc("Board of Inland Revenue file number", "Inland Revenue Division", "own"),
];

pub(super) const US: &[Row] = &[
    scheme("US.atin", "ATIN", "9dd-93-dddd", "901-93-0020", &[])
        .doc("Adoption Taxpayer Identification Number", "Internal Revenue Service", "IRS, Link & Learn Taxes, Adoption Taxpayer Identification Number (http://apps.irs.gov/app/vita/content/03/03_04_025.jsp)"),
    scheme("US.ein", "EIN", "dd-ddddddd", "12-3456789", &[Advisory, In(0, EIN)]).entity()
        .doc("Employer Identification Number", "Internal Revenue Service", "26 CFR 301.7701-12 (https://gov.ecfr.io/Title-26/Section-301.7701-12); of the prefixes Social Security Administration, POMS RM 01001.001 B (https://secure.ssa.gov/apps10/poms.nsf/lnx/0101001001); ps us.ein"),
    scheme("US.itin", "ITIN", "9dd-dd-dddd", "912-91-3457", &[In(3, ITIN)])
        .doc("Individual Taxpayer Identification Number", "Internal Revenue Service", "26 CFR 301.6109-1, and of the 9 it begins with IRS, Link & Learn Taxes (http://apps.irs.gov/app/vita/content/03/03_04_025.jsp); ps us.itin"),
    scheme("US.ptin", "PTIN", "P-dddddddd", "P-10202100", &[])
        .doc("Preparer Tax Identification Number", "Internal Revenue Service", "ps us.ptin"),
    scheme("US.ssn", "SSN", "ddd-dd-dddd", "123-45-6789", SSN)
        .main().social_security().doc("Social Security number", "Social Security Administration", "Social Security Administration, SSN Randomization FAQ, «What changes resulted from randomization?» (https://ssa.gov/employer/randomizationfaqs.html); ps us.ssn"),
    scheme("US.tin", "TIN", "ddd-dd-dddd|P-dddddddd", "912-91-3457", &[
        When("d*", &[Any(&[SSN, &[In(0, "9"), In(3, ITIN)], &[In(0, "9"), In(3, "93")], &[Advisory, In(0, EIN)]])]),
    ]).both().doc("Taxpayer Identification Number: any of the others", "Internal Revenue Service", "26 CFR 301.6109-1(a)(1)(i), as quoted by the Florida Department of Financial Services (http://www.fldfs.com/aadir/bosp/treasury_reg.htm); ps us.tin"),
];
/// Areas 000, 666 and 900–999, group 00 and serial 0000 are never assigned.
const SSN: &[Check] = &[
    NotIn(0, "000 666 900-999"), NotIn(3, "00"), NotIn(5, "0000"), NotSpecimen("078051120 219099999 457555462"),
];
/// Groups of ITINs: 50–65 came with the renewals of 2016; 89 and 93 are not ITINs.
const ITIN: &str = "50-65 70-88 90-92 94-99";
/// The prefixes that the campuses of the IRS use.
const EIN: &str = "01-06 10-16 20-27 30-48 50-68 71-77 80-88 90-95 98 99";

pub(super) const VC: &[Row] = &[
    scheme("VC.tin", "TIN", "d{5,9}", "0010001", &[]).both().doc("Tax Identification Number", "Inland Revenue Department", "own"),
];
