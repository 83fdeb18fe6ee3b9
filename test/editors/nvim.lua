-- What somebody does in Neovim, who has set it up as docs/editors.md says. Its results are written as JSON.
local results = {}
local file = vim.env.RECORD_PROJECT .. '/handler.py'

local function rules()
  -- Neovim 0.7 keeps a code where the server's own data is.
  return vim.tbl_map(function(one) return one.code or one.user_data.lsp.code end, vim.diagnostic.get(0))
end

local function wait(what, isSo)
  if not vim.wait(60000, isSo, 50) then error('waited in vain for ' .. what) end
end

local function has(rule, count)
  return function() return #vim.tbl_filter(function(one) return one == rule end, rules()) == count end
end

local function params(text, offset)
  vim.fn.cursor(1, 1)
  vim.fn.search(text)
  local at = vim.api.nvim_win_get_cursor(0)
  vim.api.nvim_win_set_cursor(0, { at[1], at[2] + offset })
  return vim.lsp.util.make_position_params()
end

local function ask(method, given)
  local answers = vim.lsp.buf_request_sync(0, method, given, 60000)
  for _, answer in pairs(answers or {}) do
    if answer.result then return answer.result end
  end
  error('no answer to ' .. method)
end

local function main()
  vim.cmd('edit ' .. file)
  wait('findings', has('unknown-code', 3))
  results.before = rules()

  results.hover = ask('textDocument/hover', params('DeviceTurnedOff', 3)).contents.value

  local offered = ask('textDocument/completion', params('"resultCode": ""', 15))
  results.completions = vim.tbl_map(function(item) return item.label end, offered.items or offered)

  local given = vim.tbl_extend('force', params('TemperatureOutOfRange', 3), {})
  local diagnostics = vim.lsp.diagnostic.get_line_diagnostics()
  given.range = diagnostics[1].range
  given.position = nil
  given.context = { diagnostics = diagnostics, only = { 'quickfix' } }
  for _, action in ipairs(ask('textDocument/codeAction', given)) do
    if action.isPreferred then
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      break
    end
  end
  wait('the fix to hold', has('unknown-code', 2))
  results.fixed = vim.fn.getline(vim.fn.search('OutofRange'))

  vim.fn.writefile({ '{ "rules": { "unknown-code": "off" } }' }, vim.env.RECORD_PROJECT .. '/.thinq-nugu.json')
  vim.cmd('write')
  wait('the project file to hold', has('unknown-code', 0))
  results.after = rules()
  results.version = 'Neovim ' .. tostring(vim.version().major) .. '.' .. vim.version().minor .. '.' .. vim.version().patch
end

local ok, problem = pcall(main)
if not ok then results.problem = tostring(problem) end
vim.fn.writefile({ vim.fn.json_encode(results) }, vim.env.RECORD_RESULTS)
vim.cmd('qall!')
