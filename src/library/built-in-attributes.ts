/** What the built-in types of CPython 2.7 have beside what every object has: `dir()` of a value of each, recorded. */
const OWN: Readonly<Record<string, string>> = {
  NoneType: "",
  bool: "__abs__ __add__ __and__ __cmp__ __coerce__ __div__ __divmod__ __float__ __floordiv__ __getnewargs__ __hex__ __index__ __int__ __invert__ __long__ __lshift__ __mod__ __mul__ __neg__ __nonzero__ __oct__ __or__ __pos__ __pow__ __radd__ __rand__ __rdiv__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ __truediv__ __trunc__ __xor__ bit_length conjugate denominator imag numerator real",
  int: "__abs__ __add__ __and__ __cmp__ __coerce__ __div__ __divmod__ __float__ __floordiv__ __getnewargs__ __hex__ __index__ __int__ __invert__ __long__ __lshift__ __mod__ __mul__ __neg__ __nonzero__ __oct__ __or__ __pos__ __pow__ __radd__ __rand__ __rdiv__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ __truediv__ __trunc__ __xor__ bit_length conjugate denominator imag numerator real",
  float:
    "__abs__ __add__ __coerce__ __div__ __divmod__ __eq__ __float__ __floordiv__ __ge__ __getformat__ __getnewargs__ __gt__ __int__ __le__ __long__ __lt__ __mod__ __mul__ __ne__ __neg__ __nonzero__ __pos__ __pow__ __radd__ __rdiv__ __rdivmod__ __rfloordiv__ __rmod__ __rmul__ __rpow__ __rsub__ __rtruediv__ __setformat__ __sub__ __truediv__ __trunc__ as_integer_ratio conjugate fromhex hex imag is_integer real",
  long: "__abs__ __add__ __and__ __cmp__ __coerce__ __div__ __divmod__ __float__ __floordiv__ __getnewargs__ __hex__ __index__ __int__ __invert__ __long__ __lshift__ __mod__ __mul__ __neg__ __nonzero__ __oct__ __or__ __pos__ __pow__ __radd__ __rand__ __rdiv__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ __truediv__ __trunc__ __xor__ bit_length conjugate denominator imag numerator real",
  str: "__add__ __contains__ __eq__ __ge__ __getitem__ __getnewargs__ __getslice__ __gt__ __le__ __len__ __lt__ __mod__ __mul__ __ne__ __rmod__ __rmul__ _formatter_field_name_split _formatter_parser capitalize center count decode encode endswith expandtabs find format index isalnum isalpha isdigit islower isspace istitle isupper join ljust lower lstrip partition replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill",
  unicode:
    "__add__ __contains__ __eq__ __ge__ __getitem__ __getnewargs__ __getslice__ __gt__ __le__ __len__ __lt__ __mod__ __mul__ __ne__ __rmod__ __rmul__ _formatter_field_name_split _formatter_parser capitalize center count decode encode endswith expandtabs find format index isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle isupper join ljust lower lstrip partition replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill",
  list: "__add__ __contains__ __delitem__ __delslice__ __eq__ __ge__ __getitem__ __getslice__ __gt__ __iadd__ __imul__ __iter__ __le__ __len__ __lt__ __mul__ __ne__ __reversed__ __rmul__ __setitem__ __setslice__ append count extend index insert pop remove reverse sort",
  tuple:
    "__add__ __contains__ __eq__ __ge__ __getitem__ __getnewargs__ __getslice__ __gt__ __iter__ __le__ __len__ __lt__ __mul__ __ne__ __rmul__ count index",
  dict: "__cmp__ __contains__ __delitem__ __eq__ __ge__ __getitem__ __gt__ __iter__ __le__ __len__ __lt__ __ne__ __setitem__ clear copy fromkeys get has_key items iteritems iterkeys itervalues keys pop popitem setdefault update values viewitems viewkeys viewvalues",
  set: "__and__ __cmp__ __contains__ __eq__ __ge__ __gt__ __iand__ __ior__ __isub__ __iter__ __ixor__ __le__ __len__ __lt__ __ne__ __or__ __rand__ __ror__ __rsub__ __rxor__ __sub__ __xor__ add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset issuperset pop remove symmetric_difference symmetric_difference_update union update",
  frozenset:
    "__and__ __cmp__ __contains__ __eq__ __ge__ __gt__ __iter__ __le__ __len__ __lt__ __ne__ __or__ __rand__ __ror__ __rsub__ __rxor__ __sub__ __xor__ copy difference intersection isdisjoint issubset issuperset symmetric_difference union",
  defaultdict:
    "__cmp__ __contains__ __copy__ __delitem__ __eq__ __ge__ __getitem__ __gt__ __iter__ __le__ __len__ __lt__ __missing__ __ne__ __setitem__ clear copy default_factory fromkeys get has_key items iteritems iterkeys itervalues keys pop popitem setdefault update values viewitems viewkeys viewvalues",
  OrderedDict:
    "_OrderedDict__map _OrderedDict__marker _OrderedDict__root _OrderedDict__update __cmp__ __contains__ __delitem__ __dict__ __eq__ __ge__ __getitem__ __gt__ __iter__ __le__ __len__ __lt__ __module__ __ne__ __reversed__ __setitem__ __weakref__ clear copy fromkeys get has_key items iteritems iterkeys itervalues keys pop popitem setdefault update values viewitems viewkeys viewvalues",
  Counter:
    "__add__ __and__ __cmp__ __contains__ __delitem__ __dict__ __eq__ __ge__ __getitem__ __gt__ __iter__ __le__ __len__ __lt__ __missing__ __module__ __ne__ __or__ __setitem__ __sub__ __weakref__ clear copy elements fromkeys get has_key items iteritems iterkeys itervalues keys most_common pop popitem setdefault subtract update values viewitems viewkeys viewvalues",
};

/** What every object has: `dir(object)`. */
const COMMON =
  "__class__ __delattr__ __doc__ __format__ __getattribute__ __hash__ __init__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __subclasshook__";

const common: ReadonlySet<string> = new Set(COMMON.split(" "));
const own: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OWN).map(([kind, names]) => [kind, new Set(names.split(" "))]),
);

/** The built-in types, by the names that Python has for them, whose values have an attribute. */
export const builtInsWith = (attribute: string): ReadonlySet<string> =>
  new Set([...own].flatMap(([kind, names]) => (common.has(attribute) || names.has(attribute) ? [kind] : [])));
