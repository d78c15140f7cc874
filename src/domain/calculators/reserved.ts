/** Words that no id may be, because a spreadsheet, the engine or a programming language reads them as something else. */
import { STANDARD_NAMES } from './cells.ts';
import { FUNCTIONS } from './functions.ts';

/** Functions of spreadsheets whose names could be ids. Those of the formula language are added below. */
const SPREADSHEET_FUNCTIONS = `
abs accrint accrintm acos acosh acot acoth address aggregate amordegrc amorlinc and arabic areas asc asin asinh atan
atan2 atanh avedev average averagea averageif averageifs bahttext base besseli besselj besselk bessely beta betadist
betainv bin2dec bin2hex bin2oct binomdist bitand bitlshift bitor bitrshift bitxor byrow bycol ceiling cell char chidist
chiinv chisq chitest choose choosecols chooserows clean code column columns combin combina complex concat concatenate
confidence convert correl cos cosh cot coth count counta countblank countif countifs coupdaybs coupdays coupdaysnc
coupncd coupnum couppcd covar critbinom csc csch cubekpimember cubemember cumipmt cumprinc date datedif datestring
datevalue daverage day days days360 db dbcs dcount dcounta ddb dec2bin dec2hex dec2oct decimal degrees delta devsq dget
disc dmax dmin dollar dollarde dollarfr dproduct drop dstdev dstdevp dsum duration dvar dvarp edate effect encodeurl
eomonth erf erfc error even exact exp expand expondist fact factdouble false fdist field filter filterxml find findb
finv fisher fisherinv fixed floor forecast formulatext frequency ftest fv fvschedule gamma gammadist gammainv gammaln
gauss gcd geomean gestep getpivotdata growth harmean hex2bin hex2dec hex2oct hlookup hour hstack hyperlink hypgeomdist if
iferror ifna ifs image imabs imaginary imargument imconjugate imcos imcosh imcot imcsc imcsch imdiv imexp imln imlog10
imlog2 impower improduct imreal imsec imsech imsin imsinh imsqrt imsub imsum imtan index indirect info int intercept
intrate ipmt irr isblank iserr iserror iseven isformula islogical isna isnontext isnumber isodd isoweeknum ispmt isref
istext jis kurt lambda large lcm left leftb len lenb let linest ln log log10 logest loginv lognormdist lookup lower
makearray map match max maxa maxifs mdeterm mduration median mid midb min mina minifs minute minverse mirr mmult mod
mode month mround multinomial munit n na negbinomdist networkdays nominal normdist norminv normsdist normsinv not now
nper npv numbervalue oct2bin oct2dec oct2hex odd oddfprice oddfyield oddlprice oddlyield offset or pdf pduration pearson
percentile percentrank permut permutationa phi phonetic pi pmt poisson power ppmt price pricedisc pricemat prob product
proper pv quartile quotient radians rand randarray randbetween rank rate received reduce replace replaceb rept right
rightb roman round rounddown roundup row rows rri rsq rtd scan search searchb sec sech second sequence seriessum sheet
sheets sign sin sinh skew sln slope small sort sortby sqrt sqrtpi standardize stdev stdeva stdevp stdevpa steyx
substitute subtotal sum sumif sumifs sumproduct sumsq sumxmy2 switch syd t tan tanh take tbilleq tbillprice tbillyield
tdist text textafter textbefore textjoin textsplit time timevalue tinv tocol today torow transpose trend trim trimmean
true trunc ttest type unichar unicode unique upper value valuetotext var vara varp varpa vdb vlookup vstack webservice
weekday weeknum weibull workday wraprows wrapcols xirr xlookup xmatch xnpv xor year yearfrac yield yielddisc yieldmat
ztest total
`;

/** Names that every object of JavaScript has; no Map cares, but nothing good is ever called so. */
const OF_OBJECTS = ['constructor', 'prototype', 'valueof', 'tostring', 'hasownproperty', 'isprototypeof'];

const WORDS: ReadonlyMap<string, string> = new Map([
  ...SPREADSHEET_FUNCTIONS.split(/\s+/)
    .filter(Boolean)
    .map((word) => [word, 'is a function of spreadsheets'] as const),
  ...[...FUNCTIONS.keys()].map((word) => [word.toLowerCase(), 'is a function of the formula language'] as const),
  ...OF_OBJECTS.map((word) => [word, 'is a word of JavaScript'] as const),
  ['scenario_shown', 'is a cell of every exported workbook'],
  ...STANDARD_NAMES.map((word) => [word, 'is a standard figure of every calculator'] as const),
]);

const ID = /^[a-z][a-z0-9_]*$/;
/** A1 to XFD1048576, and beyond: nobody knows which columns the next spreadsheet has. */
const CELL = /^[a-z]{1,3}\d+$/;
const ROW_AND_COLUMN = /^(?:r\d*(?:c\d*)?|c\d*)$/;
const ENGINES_OWN = /_(?:full|on|initial)$/;

/** Why a word cannot be an id; undefined where it can. */
export const whyNoId = (id: string): string | undefined => {
  if (!ID.test(id)) return 'must be lower-case letters, digits and _, with a letter first';
  if (CELL.test(id)) return 'is a cell of a spreadsheet';
  if (ROW_AND_COLUMN.test(id)) return 'is a row or a column of a spreadsheet';
  if (ENGINES_OWN.test(id)) return 'ends like a name that the engine makes itself';
  return WORDS.get(id);
};
