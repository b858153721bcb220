// The part of `stopword` that is used: one list of words a language.
declare module "stopword" {
  type List = readonly string[];
  export const ara: List, ces: List, dan: List, deu: List, ell: List, eng: List, spa: List, fas: List, fin: List, fra: List;
  export const heb: List, hin: List, hun: List, ind: List, ita: List, jpn: List, kor: List, nob: List, nld: List, pol: List;
  export const por: List, ron: List, rus: List, swe: List, tur: List, ukr: List, vie: List, zho: List;
}
