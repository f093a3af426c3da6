#!/usr/bin/env bash
# Makes the fonts of this folder from those of the npm packages
# @expo-google-fonts/noto-sans, -arabic, -armenian, -georgian and -hebrew, which
# it finds in the folder node_modules named as argument. It takes fonttools
# (pyftsubset, pyftmerge) and brotli. Subsets of the five scripts are merged into
# one file a weight, for measuring and for PNG and PDF; the same again, cut by
# script into WOFF2, is what an SVG carries.
set -euo pipefail
from=$(realpath "${1:?usage: make.sh node_modules}")/@expo-google-fonts
to=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

lgc="U+0020-007E,U+00A0-02DD,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+2000-206F,U+2070-209C,U+20A0-20BF,U+2100-2122,U+2190-2199,U+2212,U+2215,U+221E,U+2248,U+2260,U+2264-2265,U+25A0-25FF,U+FB01-FB02,U+FFFD"
other="U+0530-058F,U+10A0-10FF,U+1C90-1CBF,U+2D00-2D2F,U+0590-05FF,U+FB1D-FB4F,U+0600-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFF"

weight() { # NAME OF THE PACKAGE'S FOLDER, NAME, WEIGHT
  pyftsubset "$from/noto-sans/$1/NotoSans_$1.ttf" --unicodes="$lgc" --no-hinting --notdef-outline --layout-features=kern,mark,mkmk,ccmp,locl,liga --output-file=latin.ttf
  for s in armenian georgian hebrew arabic; do
    pyftsubset "$(echo "$from/noto-sans-$s/$1"/*_"$1".ttf)" --unicodes="$other" --no-hinting --layout-features='*' --output-file="$s.ttf"
  done
  pyftmerge --output-file=all.ttf latin.ttf armenian.ttf georgian.ttf hebrew.ttf arabic.ttf
  # Merging loses what the weights are called; the same bytes on any day.
  /usr/bin/python3 - "$2" "$3" <<'PY'
import sys
from fontTools.ttLib import TTFont
name, weight = sys.argv[1], int(sys.argv[2])
f = TTFont('all.ttf', recalcTimestamp=False)
f['OS/2'].usWeightClass = weight
f['head'].created = f['head'].modified = 3600000000
t = f['name']
t.names = [n for n in t.names if n.nameID in (0, 13, 14)]
regular = weight == 400
for i, s in {1: 'Noto Sans' if regular else 'Noto Sans ' + name, 2: 'Regular', 3: 'Noto Sans ' + name + ' of dateline', 4: 'Noto Sans ' + name,
             5: 'Version 2', 6: 'NotoSans-' + name, 16: 'Noto Sans', 17: name}.items():
    t.setName(s, i, 3, 1, 0x409)
f.save('named.ttf')
PY
  gzip -9nc named.ttf >"$to/${2,,}.ttf.gz"
  part() { pyftsubset named.ttf --unicodes="$2" --layout-features='*' --flavor=woff2 --no-hinting --notdef-outline --output-file="$to/$1.woff2"; }
  part "${2,,}-latin" "U+0020-007E,U+00A0-00FF,U+2000-206F,U+20AC,U+2190-2199,U+2212,U+25A0-25FF,U+FFFD"
  part "${2,,}-latin-ext" "U+0100-02DD,U+0300-036F,U+1E00-1EFF,U+2070-20AB,U+20AD-20BF,U+2100-2122,U+2215,U+221E,U+2248,U+2260,U+2264-2265,U+FB01-FB02"
  part "${2,,}-greek" "U+0370-03FF"
  part "${2,,}-cyrillic" "U+0400-052F,U+0300-0301"
  part "${2,,}-armenian" "U+0530-058F"
  part "${2,,}-georgian" "U+10A0-10FF,U+1C90-1CBF,U+2D00-2D2F"
  part "${2,,}-hebrew" "U+0590-05FF,U+FB1D-FB4F"
  part "${2,,}-arabic" "U+0600-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFF,U+200C-200F,U+0020"
}
weight 400Regular Regular 400
weight 600SemiBold SemiBold 600
