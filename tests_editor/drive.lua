-- Drives the server as somebody in Neovim would; what came back goes to the file in $OUT as JSON.
local log = {}
local list = vim.env.LIST
vim.cmd('edit ' .. vim.fn.fnameescape(list))
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({
  name = 'listlint',
  cmd = { vim.env.PYTHON, '-m', 'listlint', 'server' },
  root_dir = vim.fn.fnamemodify(list, ':h'),
  handlers = { ['window/showMessage'] = function(_, said) log.message = said.message end },
})
vim.lsp.buf_attach_client(buffer, client)

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') .. '\n'
end
local function findings()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    local line = vim.api.nvim_buf_get_lines(buffer, each.lnum, each.lnum + 1, false)[1]
    table.insert(found, { rule = each.code, line = each.lnum, level = each.severity,
      words = line:sub(each.col + 1, each.end_col) })
  end
  return found
end
local function wait_for(rule, wanted)
  return vim.wait(20000, function()
    for _, each in ipairs(findings()) do
      if each.rule == rule then return wanted end
    end
    return not wanted
  end, 20)
end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000) or {}
  local answer = answers[client] or {}
  return answer.result, answer.err or answer.error
end
local function at(line, words)
  local row = vim.api.nvim_buf_get_lines(buffer, line, line + 1, false)[1]
  vim.api.nvim_win_set_cursor(0, { line + 1, row:find(words, 1, true) - 1 })
  return vim.lsp.util.make_position_params(0, 'utf-16')
end

log.opened = wait_for('venue-spelling', true)
log.findings = findings()

at(4, 'NeurlPS')
local range = vim.lsp.util.make_range_params(0, 'utf-16')
range.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer, 4) }
local actions = ask('textDocument/codeAction', range)
log.actions = vim.tbl_map(function(each) return each.title end, actions)
local ignore = vim.tbl_filter(function(each) return each.title:find('ignore') ~= nil end, actions)[1]
local resolved = ask('codeAction/resolve', ignore)
vim.lsp.util.apply_workspace_edit(resolved.edit, 'utf-16')
log.ignored = wait_for('venue-spelling', false)
log.text_ignored = text()
vim.cmd('undo')
log.undone = wait_for('venue-spelling', true)
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
log.fixed = wait_for('venue-spelling', false)
log.text_fixed = text()

-- typed behind wide characters, in the middle of a line
local row = vim.api.nvim_buf_get_lines(buffer, 4, 5, false)[1]
local start, stop = row:find('NeurIPS', 1, true)
vim.api.nvim_buf_set_text(buffer, 4, start - 1, 4, stop, { 'NACCL' })
log.typed = wait_for('venue-spelling', true)
log.findings_typed = findings()

log.hover = ask('textDocument/hover', at(5, 'Colour')).contents.value
log.outline = ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() })
local rename = at(5, 'ACL')
rename.newName = 'Annual ACL'
vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', rename), 'utf-16')
log.text_renamed = text()
vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { '- Counting Lists, ' })
vim.wait(300)
local places = ask('textDocument/completion', at(vim.api.nvim_buf_line_count(buffer) - 1, 'Counting'))
log.offered = vim.tbl_map(function(each) return each.label end, places.items)

local file = io.open(vim.env.OUT, 'w')
file:write(vim.fn.json_encode(log))
file:close()
vim.lsp.stop_client(client)
vim.wait(5000, function() return vim.lsp.get_client_by_id(client) == nil end, 20)
vim.cmd('qall!')
