" What somebody does in Vim with ALE, who has set it up as docs/editors.md says. Its results are written as JSON.
let s:results = {}

function! s:Rules() abort
  return map(copy(get(get(g:ale_buffer_info, bufnr(''), {}), 'loclist', [])), 'get(v:val, "code", "")')
endfunction

function! s:WaitFor(what, IsSo) abort
  let l:start = reltime()
  while !a:IsSo()
    if reltimefloat(reltime(l:start)) > 60
      throw 'waited in vain for ' . a:what
    endif
    sleep 50m
  endwhile
endfunction

function! s:Has(rule, count) abort
  return {-> count(s:Rules(), a:rule) == a:count}
endfunction

function! s:GoTo(text, offset) abort
  call cursor(1, 1)
  call search(a:text, 'c')
  call cursor(line('.'), col('.') + a:offset)
endfunction

" Called while the list is shown.
function! CollectCompletions() abort
  let s:results.completions = map(complete_info(['items']).items, 'v:val.word')
  return ''
endfunction

function! s:Main() abort
  execute 'edit' fnameescape($RECORD_PROJECT . '/handler.py')
  ALELint
  call s:WaitFor('findings', s:Has('unknown-code', 3))
  let s:results.before = s:Rules()

  let g:ale_hover_to_preview = 1
  call s:GoTo('DeviceTurnedOff', 3)
  ALEHover
  call s:WaitFor('a hover', {-> bufexists('ALEPreviewWindow')})
  let s:results.hover = join(getbufline('ALEPreviewWindow', 1, '$'), "\n")

  setlocal omnifunc=ale#completion#OmniFunc
  call s:GoTo('"resultCode": ""', 14)
  call feedkeys("a\<C-x>\<C-o>\<C-r>=CollectCompletions()\<CR>\<C-e>\<Esc>", 'xt')
  silent! undo

  call s:GoTo('TemperatureOutOfRange', 3)
  call ale#codefix#Execute(0, {data, items -> ale#codefix#ApplyLSPCodeAction(data, items[0][1])})
  call s:WaitFor('the fix', {-> search('OutofRange', 'n') > 0})
  " Nobody types here, after which a text is looked at otherwise.
  ALELint
  call s:WaitFor('the fix to hold', s:Has('unknown-code', 2))
  let s:results.fixed = getline(search('OutofRange'))

  call writefile(['{ "rules": { "unknown-code": "off" } }'], $RECORD_PROJECT . '/.thinq-nugu.json')
  write
  call s:WaitFor('the project file to hold', s:Has('unknown-code', 0))
  let s:results.after = s:Rules()
  let s:results.version = printf('Vim %d.%d, ALE', v:version / 100, v:version % 100)
endfunction

try
  call s:Main()
catch
  let s:results.problem = v:exception . ' at ' . v:throwpoint
endtry
call writefile([json_encode(s:results)], $RECORD_RESULTS)
qall!
