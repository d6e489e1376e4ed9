#!/usr/bin/env bash
# Walks through what the source paper says about Technomix and its network (claims 3 to 6), asking
# the network of Graphs/technomix about each: the claim, the command, its answer, and what the
# answer can and cannot say. README.md beside this script says the same in a few lines.
#
#   bash Examples/technomix-story/story.sh [en|ja]
set -euo pipefail
cd "$(dirname "$0")/../.."

lang=${1:-en}
case $lang in
  en | ja) ;;
  *)
    printf 'story.sh: %s is no language it knows; write en or ja\n' "$lang" >&2
    exit 2
    ;;
esac

bash Examples/dependencies.sh
printf 'Building (a minute or two the first time) …\n' >&2
if ! log=$(swift build -c release --product knowwho 2>&1); then
  printf '%s\n' "$log" >&2
  exit 1
fi
knowwho="$(swift build -c release --show-bin-path)/knowwho"
net=Graphs/technomix

say() { if [ "$lang" = ja ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi; }

claim() { printf '\n== %s\n\n' "$(say "$1" "$2")"; }

run() {
  printf '\n$ knowwho %s\n' "$*"
  "$knowwho" "$@" --lang "$lang"
}

# Runs a command that is expected to end with an explanation instead of a result (exit 3).
run_without_data() {
  printf '\n$ knowwho %s\n' "$*"
  local status=0
  "$knowwho" "$@" --lang "$lang" 2>&1 || status=$?
  if [ "$status" -ne 3 ]; then
    printf 'story.sh: exit 3 was expected, not %s\n' "$status" >&2
    exit 1
  fi
}

finding() { printf '\n→ %s\n' "$(say "$1" "$2")"; }

claim "Claim 3 (IV-2(4)): the group stands on its founder a; b cannot inherit his contacts (人脈は引き継げない)." \
  "主張3（IV-2(4)）：会は創設者a氏に支えられており、b氏はその人脈を引き継げない。"
run reach "$net" --at 2009-07 --kinds firm --introductions 1 --top 5
run reach "$net" --at 2009-07 --kinds firm --introductions 1 --top 5 --not-via a,A
run succession "$net" --at 2009-07 --retire a --heir b
finding "It can say: if a and his firm merely introduced nobody, members would hardly notice, since co-members know each other by the group itself; if a retires, A's membership goes with him (an inference of ours), and A, b and a's own bodies fall out of the network; only the group itself matters more. With b as heir the loss shrinks with each tie that b keeps. It cannot say: how many he would keep, and what a's personal contacts are worth; the paper names two offices of his, not whom he knows." \
  "わかること：a氏とA社が紹介をやめるだけなら、会員どうしは会そのものを通じて知り合いなので、到達先はほとんど減らない。a氏が引退し、A社の会員資格も失われるとすれば（当方の推定）、A社、b氏、a氏の関係団体がネットワークから離れる。それより影響が大きいのは会そのものだけである。b氏がつながりを引き継ぐほど、失うものは小さくなる。わからないこと：b氏がいくつ引き継げるか、a氏個人の人脈の価値。論文が挙げるのは二つの役職だけで、だれを知っているかは書かれていない。"

claim "Claim 4 (IV-2(1)): leader and catalysers (city, professor) were in balance." \
  "主張4（IV-2(1)）：リーダーと触媒役（市、教授）の均衡がとれていた。"
run reach "$net" --at 1990 --kinds firm --introductions 1 --top 5 --not-via a
run reach "$net" --at 1990 --kinds firm --introductions 1 --top 5 --not-via kitakyushu,kit-adviser
run succession "$net" --at 1990 --retire a --catalysers kitakyushu,kit-adviser
run timeline "$net" --from 1983 --to 2009 --step 5y --leader a
finding "It can say: whether the silence of either costs members reach in a year when both were there. The first two tables are alike: on record both are tied to the group, and members get to each other without them. Taken away altogether, a costs the others more than city and adviser together; the balance printed says how near the two are. It cannot say: how much either did; ties are there or not, and none has a strength." \
  "わかること：両者がいた年に、どちらかが紹介をやめると会員の到達先が減るか。はじめの二つの表は同じである。記録では両者とも会とつながっており、会員どうしは両者がいなくても知り合いだからである。完全に抜けた場合は、a氏のほうが市と教授を合わせたよりも影響が大きく、均衡の値がその近さを示す。わからないこと：それぞれがどれだけ働いたか。つながりの有無だけで、強さの記録はない。"

claim "Claim 5 (IV-2(2), V): large groups wall themselves off in small ones (壁); K-RIP leans on the bureau." \
  "主張5（IV-2(2)、V）：大きな会では特定の小グループに壁ができる。K-RIPは経済産業局に頼りがちである。"
run walls "$net" --kinds firm --ties project
finding "It can say: the joint projects fall into two closed circles, bridged by the firms named above. It cannot say: anything of K-RIP, whose members and ties are not public; that it leans on the bureau is one member's impression (inferred), and Graphs/krip-model is synthetic." \
  "わかること：共同プロジェクトは二つの閉じた輪に分かれ、上に示した企業が橋渡しをしている。わからないこと：K-RIPについては何も言えない。会員とつながりは公開されておらず、局に頼るというのは会員1名の印象（推定）である。Graphs/krip-model は架空のデータである。"

claim "Claim 6: 'Know Who' rather than 'Know How': what a member gains is whom it can get to." \
  "主張6：「『Know How』より『Know Who』」。会員が得るのは、だれにたどり着けるかである。"
run summary "$net"
run introduce "$net" H D --ties project
run introduce "$net" H D --at 2009-07
run_without_data matches "$net" technomix techno-sun-plaza
finding "It can say: through whom H got to D in the projects, and that membership alone acquaints them in 2009. It cannot say: what a joint meeting with a partner group would bring; the paper names no member of any." \
  "わかること：プロジェクトではH社がだれを通じてD社にたどり着いたか、2009年には会員であることで直接の知り合いであること。わからないこと：相手方の会との合同例会が何をもたらすか。論文は相手方の会員を一人も挙げていない。"
